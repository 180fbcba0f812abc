import type { Database } from '../../../src/database/database.ts';

/** The same database, which tells how many statements were sent to it in this way. */
export function countStatements(database: Database): {
  readonly database: Database;
  readonly sent: () => number;
} {
  let sent = 0;
  return {
    sent: () => sent,
    database: {
      ...database,
      read: (query, deadlineMs) => {
        sent += 1;
        return database.read(query, deadlineMs);
      },
    },
  };
}
