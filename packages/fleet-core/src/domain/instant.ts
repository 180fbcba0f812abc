/**
 * RFC 3339 in UTC, as all instants on the wire: whole seconds, rounded down. `ms` counts from 1970. Ages are not made of
 * it: limits are compared to the millisecond.
 */
export function toInstant(ms: number): string {
  const sec = Math.floor(Math.trunc(ms) / 1000);
  const minute = Math.floor(sec / 60);
  return `${minuteText(minute)}${SECONDS[sec - minute * 60]}`;
}

/** From `00Z` to `59Z`. */
const SECONDS = Array.from({ length: 60 }, (_, sec) => `${String(sec).padStart(2, '0')}Z`);

const MOST_KNOWN_MINUTES = 20_000;

/** A snapshot of a large fleet has thousands of instants, most of which were in the last one too, and the engine is slow to write a date. */
const knownMinutes = new Map<number, string>();

/** An instant up to its seconds, by its minute counted from 1970. Throws a `RangeError` beyond the dates there are. */
function minuteText(minute: number): string {
  const known = knownMinutes.get(minute);
  if (known !== undefined) return known;
  const text = new Date(minute * 60_000).toISOString().slice(0, -'00.000Z'.length);
  if (knownMinutes.size >= MOST_KNOWN_MINUTES) knownMinutes.clear();
  knownMinutes.set(minute, text);
  return text;
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
  const [hours, minutes, seconds] = [digitsAt(text, 11), digitsAt(text, 14), digitsAt(text, 17)];
  // What is no time of day, such as the last hour of some, is the engine's to judge.
  const wholeMs =
    hours < 24 && minutes < 60 && seconds < 60
      ? startOf(text.slice(0, 10)) + ((hours * 60 + minutes) * 60 + seconds) * 1000
      : Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`);
  if (Number.isNaN(wholeMs)) return null;
  return text.length === WHOLE_SECONDS ? wholeMs : wholeMs + Number(`0${text.slice(WHOLE_SECONDS)}`) * 1000;
}

const WHOLE_SECONDS = 'YYYY-MM-DD hh:mm:ss'.length;

const MOST_KNOWN_DATES = 100;

const knownStarts = new Map<string, number>();

/** When a date begins: thousands of times that are read at once are of a few. NaN for what is no date. */
function startOf(date: string): number {
  const known = knownStarts.get(date);
  if (known !== undefined) return known;
  const startMs = Date.parse(`${date}T00:00:00Z`);
  if (knownStarts.size >= MOST_KNOWN_DATES) knownStarts.clear();
  knownStarts.set(date, startMs);
  return startMs;
}

/** The number that two digits stand for. */
function digitsAt(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - ZERO) + text.charCodeAt(at + 1) - ZERO;
}

const ZERO = 48;

/** The text that the database compares with its UTC times, to the millisecond. */
export function toUtcDateTime(ms: number): string {
  return new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
}
