/** RFC 3339 in UTC, with a fraction only where there is one. `ms` counts from 1970. */
export function toInstant(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** Milliseconds since 1970 of what `toInstant` wrote. */
export function fromInstant(instant: string): number {
  return Date.parse(instant);
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
