import type { Query } from 'fleet-core/sql/query';
import type { Send } from '../../../src/database/connection.ts';

/** Index entries and rows that a session has read, as the server counts them; no noise touches it. */
const HANDLER_READS: Query<number> = {
  sql: "SHOW SESSION STATUS LIKE 'Handler_read%'",
  params: [],
  read: (rows) => sumOf(rows),
};

/** What `work` reads, without what asking for the counter reads. */
export async function countReads(send: Send, work: () => Promise<unknown>): Promise<number> {
  const before = await send(HANDLER_READS);
  const idle = await send(HANDLER_READS);
  await work();
  const after = await send(HANDLER_READS);
  return after - idle - (idle - before);
}

function sumOf(rows: unknown): number {
  if (!Array.isArray(rows)) throw new Error('SHOW STATUS answers with rows');
  return rows.reduce<number>((sum, row) => sum + Number(Reflect.get(Object(row), 'Value')), 0);
}
