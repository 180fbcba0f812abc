import * as z from 'zod/mini';
import type { AccountPrivileges } from '../../domain/account-privileges.ts';
import type { Query } from '../query.ts';

const Row = z.object({
  account: z.string(),
  /** Null in the row that is there whatever the account has. */
  privilege: z.nullable(z.string()),
  db: z.nullable(z.string()),
  tab: z.nullable(z.string()),
});

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

const LEVELS = [
  ['USER_PRIVILEGES', 'NULL', 'NULL'],
  ['SCHEMA_PRIVILEGES', 'TABLE_SCHEMA', 'NULL'],
  ['TABLE_PRIVILEGES', 'TABLE_SCHEMA', 'TABLE_NAME'],
] as const;

const ACCOUNT = `CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')`;

/** Our account by the name that grants use, and the privileges beyond reading that it has itself, as the server words them. */
export function accountPrivileges(): Query<AccountPrivileges> {
  const granted = LEVELS.map(
    ([table, db, tab]) =>
      `SELECT ${ACCOUNT}, PRIVILEGE_TYPE, ${db}, ${tab} FROM information_schema.${table}
WHERE GRANTEE = ${ACCOUNT} AND PRIVILEGE_TYPE NOT IN (${HARMLESS.map((name) => `'${name}'`).join(', ')})`,
  );
  return {
    sql: `SELECT ${ACCOUNT} AS account, NULL AS privilege, NULL AS db, NULL AS tab
UNION ALL
${granted.join('\nUNION ALL\n')}
ORDER BY db, tab, privilege`,
    params: [],
    read: (rows) => toPrivileges(z.array(Row).check(z.minLength(1)).parse(rows)),
  };
}

function toPrivileges(rows: readonly z.infer<typeof Row>[]): AccountPrivileges {
  return {
    account: rows[0]?.account ?? '',
    beyond_reading: rows.flatMap(({ privilege, db, tab }) =>
      privilege === null
        ? []
        : { privilege, on: db === null ? '*.*' : `${quoted(db)}.${tab === null ? '*' : quoted(tab)}` },
    ),
  };
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
