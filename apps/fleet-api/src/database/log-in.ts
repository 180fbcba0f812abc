import type { Access, TlsSettings } from './access.ts';
import { DatabaseFailure, toDatabaseFailure } from './database-failure.ts';
import { openSession, type Session } from './open-session.ts';

/** Opens a session. Rejects with a `DatabaseFailure` once nothing of it is left; an abort drops it. */
export type LogIn = (signal: AbortSignal) => Promise<Session>;

const PREFERRED: TlsSettings = { mode: 'preferred' };
/** Encrypted, whoever it is: enough to see whether it is for want of TLS that we are denied. */
const ANY_TLS: TlsSettings = { mode: 'required' };

/** Logs in as the account, and tells a server that wants TLS from one that does not know the account. */
export function createLogIn(access: Access): LogIn {
  const { tls = PREFERRED } = access;
  /** Whether TLS helps, asked once for as long as we are denied. */
  let needsTls: boolean | undefined;

  return async (signal) => {
    try {
      const session = await openSession(access, tls, signal);
      needsTls = undefined;
      return session;
    } catch (error) {
      const failure = toDatabaseFailure(error);
      if (failure.failureClass !== 'denied' || tls.mode !== 'disabled') throw error;
      needsTls ??= await isGoodFor(ANY_TLS, signal);
      if (!needsTls) throw error;
      const message = 'the server lets this account in over TLS alone';
      throw new DatabaseFailure('tls', message, { cause: failure.cause });
    }
  };

  async function isGoodFor(otherTls: TlsSettings, signal: AbortSignal): Promise<boolean> {
    try {
      const { connection } = await openSession(access, otherTls, signal);
      connection.end();
      await connection.closed;
      return true;
    } catch {
      return false;
    }
  }
}
