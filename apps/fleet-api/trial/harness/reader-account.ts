import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { RowDataPacket } from 'mysql2/promise';

/** The reader's account as SQL names it: 'user'@'host'. */
export async function readerAccount({
  admin,
  reader,
}: Pick<LabDatabase, 'admin' | 'reader'>): Promise<string> {
  const [rows] = await admin.query<RowDataPacket[]>('SELECT Host AS host FROM mysql.user WHERE User = ?', [
    reader.user,
  ]);
  return `'${reader.user}'@'${rows[0]?.host}'`;
}

/**
 * Kills the reader's connections, those alone that have nothing to do where told so (MariaDB can tell it from a
 * pause between two statements). Resolves with their number.
 */
export async function killReader({ admin, reader }: LabDatabase, onlyIdle = false): Promise<number> {
  const idle = onlyIdle ? "AND command = 'Sleep' /*M!100100 AND time_ms > 400 */" : '';
  const [rows] = await admin.query<RowDataPacket[]>(
    `SELECT id FROM information_schema.processlist WHERE user = ? ${idle}`,
    [reader.user],
  );
  // One may have ended by itself in between.
  for (const { id } of rows) await admin.query(`KILL ${id}`).catch(() => {});
  return rows.length;
}
