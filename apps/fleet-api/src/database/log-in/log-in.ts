import { setTimeout as sleep } from 'node:timers/promises';
import type { Access, TlsSettings } from '../access.ts';
import { DatabaseFailure, toDatabaseFailure } from '../database-failure.ts';
import { createLogInPace } from './log-in-pace.ts';
import { openSession, type Session } from './open-session.ts';
import { keepPassword } from './password.ts';

/** Logs in as the account. */
export type LogIn = {
  /** Opens a session. Rejects with a `DatabaseFailure` once nothing of it is left; an abort drops it. */
  open(signal: AbortSignal): Promise<Session>;
  /** Takes this password, if one is given, or reads its file anew where there is one, and lets the next log-in wait no longer. */
  renew(password?: string): Promise<void>;
};

const PREFERRED: TlsSettings = { mode: 'preferred' };
/** Encrypted, whoever it is: enough to see whether it is for want of TLS that we are denied. */
const ANY_TLS: TlsSettings = { mode: 'required' };
/** Who we are is known and believed, so that trying again locks nobody out. */
const NO_ACCESS_TO_DATABASE = 1044;
/** A read waits for so much of a pause, so as not to come too early and then again too late. */
const LONGEST_WAIT_MS = 2000;

/**
 * A log-in that is denied is tried again at once with another password, if the file has one; else it pauses, for longer
 * each time. A server that wants TLS is told from one that does not know the account.
 */
export function createLogIn(access: Access): LogIn {
  const { tls = PREFERRED } = access;
  const password = keepPassword(access);
  const pace = createLogInPace();
  /** Whether TLS helps, asked once for as long as we are denied. */
  let needsTls: boolean | undefined;

  async function open(signal: AbortSignal): Promise<Session> {
    await keepPace(signal);
    try {
      const session = await attempt(tls, signal);
      pace.reset();
      needsTls = undefined;
      return session;
    } catch (error) {
      const failure = toDatabaseFailure(error);
      if (failure.failureClass !== 'denied' || signal.aborted) throw error;
      if (await password.readAnew()) return open(signal);
      const denial = await explain(failure, signal);
      if (failure.errno !== NO_ACCESS_TO_DATABASE) pace.denied(denial);
      throw denial;
    }
  }

  async function keepPace(signal: AbortSignal): Promise<void> {
    const standing = pace.standing();
    if (standing === undefined) return;
    if (await password.readAnew()) return pace.reset();
    if (standing.leftMs > LONGEST_WAIT_MS) throw standing.denial;
    await sleep(standing.leftMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }

  async function attempt(how: TlsSettings, signal: AbortSignal): Promise<Session> {
    return openSession({ ...access, password: await password.current() }, how, signal);
  }

  async function explain(failure: DatabaseFailure, signal: AbortSignal): Promise<DatabaseFailure> {
    if (tls.mode !== 'disabled') return failure;
    needsTls ??= await isLetInOverTls(signal);
    const message = 'the server lets this account in over TLS alone';
    return needsTls ? new DatabaseFailure('tls', message, { cause: failure.cause }) : failure;
  }

  async function isLetInOverTls(signal: AbortSignal): Promise<boolean> {
    try {
      const { connection } = await attempt(ANY_TLS, signal);
      connection.end();
      await connection.closed;
      return true;
    } catch {
      return false;
    }
  }

  return {
    open,
    async renew(set) {
      if (set !== undefined) password.replace(set);
      await password.readAnew();
      pace.reset();
      needsTls = undefined;
    },
  };
}
