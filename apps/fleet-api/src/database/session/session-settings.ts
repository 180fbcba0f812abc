/** More rows and bytes than any database has: with less a list would be cut without a word. */
const NO_LIMIT = '18446744073709551615';

/** Less than the statement limit, so that a locked table is told apart from a slow query: waiting costs nothing. */
const LOCK_WAIT_TIMEOUT_SEC = '1';

/** What every read relies on, in the words of SHOW VARIABLES; the order matters to MySQL. */
const SETTINGS: Readonly<Record<string, string>> = {
  sql_select_limit: NO_LIMIT,
  max_join_size: NO_LIMIT,
  sql_big_selects: 'ON',
  group_concat_max_len: '1048576',
  // No mode changes how a statement or a parameter in it is understood.
  sql_mode: '',
  sql_auto_is_null: 'OFF',
  // Else the first read would open a transaction, and all later ones would see its moment.
  autocommit: 'ON',
  time_zone: '+00:00',
  character_set_client: 'utf8mb4',
  character_set_connection: 'utf8mb4',
  character_set_results: 'utf8mb4',
  collation_connection: 'utf8mb4_general_ci',
  lock_wait_timeout: LOCK_WAIT_TIMEOUT_SEC,
};

/** Variables that servers call differently: one of the names is there, and holds the value. */
const EITHER: readonly (readonly [names: readonly string[], value: string])[] = [
  [['transaction_isolation', 'tx_isolation'], 'REPEATABLE-READ'],
  [['transaction_read_only', 'tx_read_only'], 'ON'],
];

/** The server's own limit on a statement, and what one of its units is in milliseconds. */
const STATEMENT_LIMITS = { max_statement_time: 1000, max_execution_time: 1 } as const;

/** Each server runs only the comment that is meant for it: MariaDB counts in seconds, MySQL in milliseconds. */
export function sessionStatements(statementTimeoutMs: number): string[] {
  const settings = Object.entries(SETTINGS).map(([name, value]) => `${name} = ${inSql(value)}`);
  const mariaDb = `/*M!100101 , max_statement_time = ${statementTimeoutMs / 1000} */`;
  const mySql = `/*!50708 , max_execution_time = ${statementTimeoutMs} */`;
  return [
    `SET SESSION ${settings.join(', ')} ${mariaDb} ${mySql}`,
    'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
  ];
}

function inSql(value: string): string {
  return /^(\d+|ON|OFF)$/.test(value) ? value : `'${value}'`;
}

/** The variables that `sessionFaults` looks at. */
export const SESSION_VARIABLES: readonly string[] = [
  ...Object.keys(SETTINGS),
  ...EITHER.flatMap(([names]) => names),
  ...Object.keys(STATEMENT_LIMITS),
];

/** What does not hold of what was set, each as `name is value and not value`; none is best. */
export function sessionFaults(variables: ReadonlyMap<string, string>, statementTimeoutMs: number): string[] {
  const known = Object.keys(SETTINGS).filter((name) => variables.has(name)).length;
  if (known < Object.keys(SETTINGS).length)
    return [`only ${variables.size} of its variables could be read, as with a low sql_select_limit`];
  const expected: (readonly [names: readonly string[], value: string])[] = [
    ...Object.entries(SETTINGS).map(([name, value]) => [[name], value] as const),
    ...EITHER,
  ];
  const faults = expected.flatMap(([names, value]) => {
    const found = names.map((name) => variables.get(name)).find((shown) => shown !== undefined);
    return found === value ? [] : [`${names[0]} is ${shown(found)} and not ${shown(value)}`];
  });
  const limitsMs = Object.entries(STATEMENT_LIMITS).flatMap(([name, unitMs]) => {
    const limit = variables.get(name);
    return limit === undefined ? [] : [Number(limit) * unitMs];
  });
  return limitsMs.includes(statementTimeoutMs)
    ? faults
    : [...faults, `the limit on a statement is ${limitsMs[0] ?? 'unknown'} and not ${statementTimeoutMs} ms`];
}

function shown(value: string | undefined): string {
  return value === undefined ? 'unknown' : value === '' ? 'empty' : value;
}
