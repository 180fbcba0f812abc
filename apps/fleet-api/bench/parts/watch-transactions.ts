import { setTimeout as pause } from 'node:timers/promises';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { RowDataPacket } from 'mysql2';

/** The server tells anew no more often. */
const LOOK_EVERY_MS = 110;

/** Looks at the reader's transactions until it is ended, which resolves with how long the longest was seen. */
export function watchTransactions({ admin, reader }: LabDatabase): { end(): Promise<number> } {
  const seen = new Map<string, { readonly sinceMs: number; lastMs: number }>();
  let isOver = false;

  async function look(): Promise<void> {
    const [rows] = await admin.query<RowDataPacket[]>(
      `SELECT CONCAT(trx_mysql_thread_id, ' ', trx_id, ' ', trx_started) AS name
      FROM information_schema.INNODB_TRX JOIN information_schema.PROCESSLIST ON ID = trx_mysql_thread_id
      WHERE USER = ?`,
      [reader.user],
    );
    const nowMs = performance.now();
    for (const { name } of rows) {
      const known = seen.get(String(name));
      if (known === undefined) seen.set(String(name), { sinceMs: nowMs, lastMs: nowMs });
      else known.lastMs = nowMs;
    }
  }

  async function goOn(): Promise<void> {
    while (!isOver) {
      await look();
      await pause(LOOK_EVERY_MS);
    }
  }

  const looking = goOn();
  return {
    async end() {
      isOver = true;
      await looking;
      return Math.max(0, ...[...seen.values()].map(({ sinceMs, lastMs }) => lastMs - sinceMs));
    },
  };
}
