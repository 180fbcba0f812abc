import * as z from 'zod/mini';
import type { Query } from './query.ts';

const Row = z.object({ privilege: z.string() });

const HARMLESS = [
  'USAGE',
  'SELECT',
  'SHOW VIEW',
  'SHOW DATABASES',
  'PROCESS',
  'REPLICATION CLIENT',
  'BINLOG MONITOR',
  'SLAVE MONITOR',
];

/** The privileges beyond reading that our account has itself, not by a role, as the server words them; none is best. */
export function privilegesBeyondReading(): Query<string[]> {
  const tables = ['USER_PRIVILEGES', 'SCHEMA_PRIVILEGES', 'TABLE_PRIVILEGES'];
  const granted = tables.map(
    (table) => `SELECT GRANTEE, PRIVILEGE_TYPE AS privilege FROM information_schema.${table}`,
  );
  return {
    sql: `SELECT DISTINCT privilege FROM (${granted.join(' UNION ALL ')}) AS granted
WHERE GRANTEE = CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')
  AND privilege NOT IN (${HARMLESS.map((name) => `'${name}'`).join(', ')})
ORDER BY privilege`,
    params: [],
    read: (rows) =>
      z
        .array(Row)
        .parse(rows)
        .map(({ privilege }) => privilege),
  };
}
