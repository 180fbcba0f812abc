import type { Access } from './access.ts';
import { type Connection, openConnection } from './connection.ts';

/** A session that is set up, and which server it is with. */
export type Session = { readonly connection: Connection; readonly server: string };

/** Opens a session. Rejects with a `DatabaseFailure` once nothing of it is left; an abort drops it. */
export async function logIn(access: Access, signal: AbortSignal): Promise<Session> {
  const connection = openConnection(access);
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
