import type { Access, TlsSettings } from '../access.ts';
import { type Connection, openConnection } from '../connection.ts';
import { toDatabaseFailure } from '../database-failure.ts';
import { readTls } from './tls.ts';

/** A session that is set up, and which server it is with. */
export type Session = { readonly connection: Connection; readonly server: string };

/**
 * Opens a session, over TLS as far as `mode` and the server go. Rejects with a `DatabaseFailure` once nothing of it is
 * left; an abort drops it.
 */
export async function openSession(access: Access, tls: TlsSettings, signal: AbortSignal): Promise<Session> {
  const isLocal = access.socketPath !== undefined;
  if (tls.mode === 'disabled' || (tls.mode === 'preferred' && isLocal))
    return open(access, undefined, signal);
  try {
    return await open(access, tls, signal);
  } catch (error) {
    const mayGoWithout = tls.mode === 'preferred' && tls.caFile === undefined;
    // What was offered may be a version that nobody takes any more.
    if (mayGoWithout && toDatabaseFailure(error).isTlsHandshake) return open(access, undefined, signal);
    throw error;
  }
}

async function open(access: Access, tls: TlsSettings | undefined, signal: AbortSignal): Promise<Session> {
  const files = tls === undefined ? undefined : await readTls(tls, access.host);
  signal.throwIfAborted();
  const connection = openConnection(access, files);
  const drop = () => connection.drop();
  signal.addEventListener('abort', drop, { once: true });
  try {
    return { connection, server: await connection.ready };
  } catch (error) {
    connection.drop();
    await connection.closed;
    throw error;
  } finally {
    signal.removeEventListener('abort', drop);
  }
}
