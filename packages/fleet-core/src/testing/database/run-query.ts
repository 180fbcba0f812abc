import type { ReaderAccess } from 'fleet-lab/database/lab-database';
import { createConnection } from 'mysql2/promise';
import type { Query } from '../../sql/query.ts';

/** Runs queries over one connection, as an account that may only SELECT. */
export type QueryRunner = {
  run<T>(query: Query<T>): Promise<T>;
  close(): Promise<void>;
};

/** Connects with the wire settings that `Query` demands: times and JSON as text, the session in UTC. */
export async function openQueryRunner(reader: ReaderAccess): Promise<QueryRunner> {
  const connection = await createConnection({
    ...reader,
    timezone: 'Z',
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
  });
  await connection.query("SET time_zone = '+00:00'");
  return {
    async run(query) {
      const [rows] = await connection.query(query.sql, [...query.params]);
      return query.read(rows, async () => {});
    },
    close: () => connection.end(),
  };
}
