import type { Query } from 'fleet-core/sql/query';
import type { Database } from '../../src/database/database.ts';

/** Does `work` on the database, and lists the queries that it sends. */
export async function sentQueries(
  database: Database,
  work: (database: Database) => Promise<unknown>,
): Promise<Query<unknown>[]> {
  const sent: Query<unknown>[] = [];
  await work({
    ...database,
    read: (query, deadlineMs) => {
      sent.push(query);
      return database.read(query, deadlineMs);
    },
    readTogether: (together, deadlineMs) =>
      database.readTogether(
        (send) =>
          together((query) => {
            sent.push(query);
            return send(query);
          }),
        deadlineMs,
      ),
  });
  return sent;
}
