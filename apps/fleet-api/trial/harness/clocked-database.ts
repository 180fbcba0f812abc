import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { startLabServer } from 'fleet-lab/database/lab-server';
import type { RowDataPacket } from 'mysql2/promise';

/** A database on a server of its own whose clock, as readers see it, stands still where it is set. */
export type ClockedDatabase = {
  readonly database: LabDatabase;
  /** Resolves once every connection of a reader shows this time, a whole second in ms since 1970. */
  setNow(nowMs: number): Promise<void>;
  stop(): Promise<void>;
};

/** Needs MariaDB or MySQL installed. */
export async function startClockedDatabase(): Promise<ClockedDatabase> {
  const server = await startLabServer({ databaseUrl: '' });
  const database = await server.createDatabase();
  const { admin, reader } = database;
  return {
    database,
    async setNow(nowMs) {
      // Runs at the start of each session but for those of root, so that our own clock goes on.
      await admin.query('SET GLOBAL init_connect = ?', [`SET timestamp = ${nowMs / 1000}`]);
      const [open] = await admin.query<RowDataPacket[]>(
        'SELECT id FROM information_schema.processlist WHERE user = ?',
        [reader.user],
      );
      for (const { id } of open) await admin.query('KILL ?', [id]).catch(unlessItEnded);
    },
    stop: () => server.stop(),
  };
}

function unlessItEnded(error: unknown): void {
  const hasEnded = error instanceof Error && 'code' in error && error.code === 'ER_NO_SUCH_THREAD';
  if (!hasEnded) throw error;
}
