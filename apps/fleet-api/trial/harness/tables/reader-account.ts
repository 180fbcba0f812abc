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

/** Kills the reader's connections, whatever they do. Resolves with their number. */
export async function killReader({ admin, reader }: LabDatabase): Promise<number> {
  const ids = await listReader({ admin, reader });
  await killAll(admin, ids);
  return ids.length;
}

/**
 * Kills the reader's connections that had nothing to do at this call and at the one before it: on a busy machine a
 * connection that logs in can look idle for a moment.
 */
export function killIdleReader({ admin, reader }: LabDatabase): () => Promise<void> {
  let idleBefore = new Set<number>();
  return async () => {
    // MariaDB can tell it from a pause between two statements.
    const idle = await listReader({ admin, reader }, "AND command = 'Sleep' /*M!100100 AND time_ms > 400 */");
    const idleStill = idle.filter((id) => idleBefore.has(id));
    idleBefore = new Set(idle);
    await killAll(admin, idleStill);
  };
}

async function listReader(
  { admin, reader }: Pick<LabDatabase, 'admin' | 'reader'>,
  which = '',
): Promise<number[]> {
  const [rows] = await admin.query<RowDataPacket[]>(
    `SELECT id FROM information_schema.processlist WHERE user = ? ${which}`,
    [reader.user],
  );
  return rows.map(({ id }) => id);
}

/** One may have ended by itself in between. */
async function killAll(admin: LabDatabase['admin'], ids: readonly number[]): Promise<void> {
  for (const id of ids) await admin.query(`KILL ${id}`).catch(() => {});
}
