import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { RowDataPacket } from 'mysql2';

/** What the server has counted for an account since it exists. */
export type ReaderStatistics = {
  readonly selects: number;
  readonly writes: number;
  readonly connections: number;
  /** Seconds of the processor that statements which have ended took. */
  readonly processorSec: number;
};

/** Has the server count by account from now on. */
export async function startCountingReaders({ admin }: LabDatabase): Promise<void> {
  await admin.query('SET GLOBAL userstat = ON');
}

/** The counts of the database's reader, which no other test uses. */
export async function readerStatistics({ admin, reader }: LabDatabase): Promise<ReaderStatistics> {
  const [rows] = await admin.query<RowDataPacket[]>(
    'SELECT SELECT_COMMANDS AS selects, UPDATE_COMMANDS AS writes, TOTAL_CONNECTIONS AS connections, CPU_TIME AS processor FROM information_schema.USER_STATISTICS WHERE USER = ?',
    [reader.user],
  );
  return {
    selects: Number(rows[0]?.selects ?? 0),
    writes: Number(rows[0]?.writes ?? 0),
    connections: Number(rows[0]?.connections ?? 0),
    processorSec: Number(rows[0]?.processor ?? 0),
  };
}
