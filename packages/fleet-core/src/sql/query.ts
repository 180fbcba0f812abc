import * as z from 'zod/mini';
import { parseUtcDateTime } from '../domain/instant.ts';

/**
 * One statement with its parameters, and how its rows become domain values.
 *
 * The connection must give times and JSON as text, and run in the time zone +00:00, so that neither the
 * server's zone nor the driver's version has a say. `read` throws a `ZodError`, or rejects with one, on rows of
 * another shape.
 */
export type Query<T> = {
  readonly sql: string;
  readonly params: readonly (string | number)[];
  readonly read: (rows: unknown, pause: Pause) => T | Promise<T>;
  /** For a list that is read again and again by this very query: of a row that has not changed the same object may be given again. */
  readonly isRepeated?: true;
};

/** Lets whatever else waits in this process go first; what works through thousands of rows calls it now and then. */
export type Pause = () => Promise<void>;

/** A time column that must hold a time; MySQL's zero date counts as 1970, the oldest there is. */
export const UtcTime = z.pipe(
  z.string(),
  z.transform((text) => parseUtcDateTime(text) ?? 0),
);

/** A heartbeat's column, which must not be null: the zero date, which is no time, means that there was none. */
export const HeartbeatTime = z.pipe(z.string(), z.transform(parseUtcDateTime));

/** A time column that may be null; MySQL's zero date is null too. */
export const UtcTimeOrNull = z.pipe(
  z.nullable(z.string()),
  z.transform((text) => (text === null ? null : parseUtcDateTime(text))),
);

/** A flag kept as a number: 0 is false, anything else true; null where the column is null or not there. */
export const FlagOrNull = z.pipe(
  z._default(z.nullable(z.number()), null),
  z.transform((value) => (value === null ? null : value !== 0)),
);

/** A JSON column as the text that our sessions ask for; what a driver has parsed all the same is made text again. */
export const JsonText = z.pipe(
  z.unknown(),
  z.transform((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
);

/** The single row of a statement that always answers with one. */
export function oneRow<T>(schema: z.ZodMiniType<T>, rows: unknown): T {
  return z.tuple([schema]).parse(rows)[0];
}
