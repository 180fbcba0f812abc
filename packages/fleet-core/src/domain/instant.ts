/**
 * RFC 3339 in UTC, as all instants on the wire: whole seconds, rounded down. `ms` counts from 1970. Ages are not made of
 * it: limits are compared to the millisecond.
 */
export function toInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -'.000Z'.length)}Z`;
}

/** Milliseconds since 1970 of what `toInstant` wrote. */
export function fromInstant(instant: string): number {
  return Date.parse(instant);
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const ON_THE_WIRE = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** An instant as another program wrote it (RFC 3339), in our form. Null for what is none, and for Go's time that was never set. */
export function inOurForm(text: string): string | null {
  if (!RFC_3339.test(text) || text.startsWith('000')) return null;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return null;
  return ON_THE_WIRE.test(text) ? text : toInstant(ms);
}

const UTC_DATE_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?$/;

/**
 * Milliseconds since 1970 of a database's `YYYY-MM-DD hh:mm:ss[.ffffff]` in UTC. Null for text that names
 * no instant, such as MySQL's zero date.
 */
export function parseUtcDateTime(text: string): number | null {
  if (!UTC_DATE_TIME.test(text) || text.startsWith('0000')) return null;
  const wholeMs = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`);
  return Number.isNaN(wholeMs) ? null : wholeMs + Number(`0${text.slice(19)}`) * 1000;
}

/** The text that the database compares with its UTC times, to the millisecond. */
export function toUtcDateTime(ms: number): string {
  return new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
}
