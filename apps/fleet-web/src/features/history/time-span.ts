const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How far back the past is drawn. */
export type TimeSpan = {
  /** As in the address. */
  readonly name: string;
  readonly label: string;
  readonly ms: number;
  /** The marks of its axis, evenly spaced, but for the last one: that is now. */
  readonly marks: readonly string[];
  /** How far ahead a twelfth of the span reaches, as a mark of its axis. */
  readonly ahead: string;
};

export const SIX_HOURS: TimeSpan = {
  name: '6h',
  label: 'Last 6 hours',
  ms: 6 * HOUR_MS,
  marks: ['6h ago', '4h', '2h'],
  ahead: '+30m',
};

export const TIME_SPANS: readonly TimeSpan[] = [
  { name: '15m', label: 'Last 15 min', ms: 15 * MINUTE_MS, marks: ['15m ago', '10m', '5m'], ahead: '+75s' },
  SIX_HOURS,
  { name: '24h', label: 'Last 24 hours', ms: DAY_MS, marks: ['24h ago', '18h', '12h', '6h'], ahead: '+2h' },
  {
    name: '7d',
    label: 'Last 7 days',
    ms: 7 * DAY_MS,
    marks: ['7d ago', '6d', '5d', '4d', '3d', '2d', '1d'],
    ahead: '+14h',
  },
];

/** The span that the address asks for; else the first one that holds all that has been watched, of a day at most. */
export function chooseSpan(search: string, watchedMs: number): TimeSpan {
  const asked = new URLSearchParams(search).get('span');
  const fitting = TIME_SPANS.find(({ ms }) => ms >= Math.min(watchedMs, DAY_MS));
  return TIME_SPANS.find(({ name }) => name === asked) ?? fitting ?? SIX_HOURS;
}

/** The instant to ask the history from: null where its usual answer, of a day, reaches far enough. Whole hours, so that many ask for the same. */
export function sinceOf({ ms }: TimeSpan, nowMs: number): string | null {
  return ms <= DAY_MS ? null : new Date(Math.floor((nowMs - ms) / HOUR_MS) * HOUR_MS).toISOString();
}
