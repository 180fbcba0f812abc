import type { TablePrefix } from 'fleet-core/contract/database-schema';
import type { DatabaseSchema } from 'fleet-core/domain/database-schema';
import { decideSchema, type SchemaDecision } from 'fleet-core/rules/schema/decide-schema';
import { foundSchema } from 'fleet-core/sql/schema/found-schema';
import { newestHeartbeats } from 'fleet-core/sql/schema/newest-heartbeats';
import { namesUnder, TABLE_NAMES, type TableNames, tableNames } from 'fleet-core/sql/schema/table-names';
import type { Database } from '../../database/database.ts';
import { DatabaseFailure, type FailureClass, toDatabaseFailure } from '../../database/database-failure.ts';
import { startStopwatch } from '../../stopwatch.ts';

/** What the database is found to be, looked up about once a minute. */
export type SchemaKeeper = {
  /**
   * The schema to read by; the same object for as long as it is the same. Looked up anew once another server answers, after
   * a minute, and after doubt; where that takes too long, what was found before is gone by until the next look. Rejects with a `DatabaseFailure`.
   */
  now(deadlineMs: number): Promise<DatabaseSchema>;
  /** The tables that were found last, for what is said without reading; at first those that are to be expected. */
  tables(): TableNames;
  /** Whether the sites themselves were found to say when they were checked. */
  haveSitesChecks(): boolean;
  /** For when a read failed that goes by it. */
  doubt(): void;
};

/** Tables that are added, renamed or done without are noticed so soon where no read fails for want of them. */
const KNOWN_FOR_MS = 60_000;

type Known = { readonly schema: DatabaseSchema; readonly ofServer: number; readonly ageMs: () => number };

/** With `wanted`, the tables of that prefix are read, whichever others are there. */
export function keepSchema(database: Database, wanted: TablePrefix | null): SchemaKeeper {
  let known: Known | undefined;
  let last: DatabaseSchema | undefined;
  let flight: Promise<DatabaseSchema> | undefined;

  async function lookUp(deadlineMs: number): Promise<DatabaseSchema> {
    const ageMs = startStopwatch();
    // One that answers others meanwhile may not be the one that is looked at. The first that is met counts one.
    const ofServer = Math.max(1, database.serversMet());
    let found: DatabaseSchema;
    try {
      found = await readSchema(database, wanted, last?.table_prefix ?? null, deadlineMs);
    } catch (error) {
      // A table that is locked can hold it up, and must not take the other sections with it.
      if (last !== undefined && isLate(error)) return last;
      throw error;
    }
    const schema = last !== undefined && isSame(last, found) ? last : found;
    known = { schema, ofServer, ageMs };
    last = schema;
    return schema;
  }

  function isStillKnown({ ofServer, ageMs }: Known): boolean {
    return ofServer === database.serversMet() && ageMs() < KNOWN_FOR_MS;
  }

  return {
    now(deadlineMs) {
      if (known !== undefined && isStillKnown(known)) return Promise.resolve(known.schema);
      flight ??= lookUp(deadlineMs).finally(() => {
        flight = undefined;
      });
      return flight;
    },
    tables: () => (last === undefined ? TABLE_NAMES[wanted ?? 'jetmon'] : tableNames(last)),
    haveSitesChecks: () => last?.checks_in.includes('sites') ?? false,
    doubt() {
      known = undefined;
    },
  };
}

function isLate(error: unknown): boolean {
  return toDatabaseFailure(error).failureClass === 'timeout';
}

function isSame(a: DatabaseSchema, b: DatabaseSchema): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Reads it once; the heartbeats only where tables of both names are there. */
async function readSchema(
  database: Database,
  wanted: TablePrefix | null,
  before: TablePrefix | null,
  deadlineMs: number,
): Promise<DatabaseSchema> {
  const elapsedMs = startStopwatch();
  const found = await database.read(foundSchema(), deadlineMs).catch((error: unknown) => {
    throw toLookUpFailure(toDatabaseFailure(error));
  });
  const first = decideSchema(found, wanted);
  const decision =
    first.kind === 'ask_heartbeats'
      ? decideSchema(found, wanted, {
          heartbeats: await database.read(newestHeartbeats(), Math.max(1, deadlineMs - elapsedMs())),
          before,
        })
      : first;
  if (decision.kind === 'decided') return decision.schema;
  throw noTables(decision);
}

/** Classes of failure that say something of information_schema itself. */
const OF_ITSELF: readonly FailureClass[] = ['denied', 'schema', 'internal'];

function toLookUpFailure(failure: DatabaseFailure): DatabaseFailure {
  if (failure.isOfLogIn || !OF_ITSELF.includes(failure.failureClass)) return failure;
  const message = 'information_schema, where the tables are looked for, could not be read';
  return new DatabaseFailure(failure.failureClass, message, { cause: failure.cause });
}

function noTables(decision: Exclude<SchemaDecision, { kind: 'decided' }>): DatabaseFailure {
  const prefixes = decision.kind === 'no_tables' ? decision.prefixes : [];
  const names = prefixes.map((prefix) => namesUnder(prefix).process_health);
  const message = `the account sees no table ${names.join(' and no table ')} in the database`;
  return new DatabaseFailure('schema', message);
}
