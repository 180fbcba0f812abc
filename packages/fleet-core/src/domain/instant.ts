/** RFC 3339 in UTC, with a fraction only where there is one. `ms` counts from 1970. */
export function toInstant(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

const UTC_DATE_TIME = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?$/;

/**
 * Milliseconds since 1970 of a database's `YYYY-MM-DD hh:mm:ss[.ffffff]` in UTC. Null for text that names
 * no instant, such as MySQL's zero date.
 */
export function parseUtcDateTime(text: string): number | null {
  const match = UTC_DATE_TIME.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  if (!year || !month || !day) return null;
  const wholeMs = Date.UTC(year, month - 1, day, hour, minute, second);
  return wholeMs + Number(`0.${match[7] ?? '0'}`) * 1000;
}

/** The text that the database compares with its UTC times, to the millisecond. */
export function toUtcDateTime(ms: number): string {
  return new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
}
