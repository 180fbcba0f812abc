import { formatCount, NOT_READ } from '../../format/count.ts';
import type { DueSample } from './due-history.ts';

/** A shorter stretch would make a rate out of the jitter of two polls. */
const LEAST_SPAN_MS = 60_000;
/** A longer one would go on telling of a drain that has stopped. */
const MOST_SPAN_MS = 300_000;
const MINUTE_MS = 60_000;

/** Whether a queue drains or grows, by what this page has seen of it. */
export type Drain =
  | { readonly kind: 'not-read' | 'empty' | 'collecting' | 'steady' }
  | { readonly kind: 'draining'; readonly perMinute: number; readonly minutesLeft: number }
  | { readonly kind: 'growing'; readonly perMinute: number };

/** The rate of one queue over the last minutes, in due deliveries per minute. */
export function drainOf(samples: readonly DueSample[], queue: string): Drain {
  const newest = samples.at(-1);
  const due = newest?.due.get(queue);
  if (newest === undefined || due === undefined) return { kind: 'not-read' };
  if (due === 0) return { kind: 'empty' };
  const points = samples
    .filter((sample) => newest.atMs - sample.atMs <= MOST_SPAN_MS)
    .flatMap((sample) => {
      const due = sample.due.get(queue);
      return due === undefined ? [] : [{ minute: (sample.atMs - newest.atMs) / MINUTE_MS, due }];
    });
  const spanMs = -(points[0]?.minute ?? 0) * MINUTE_MS;
  if (spanMs < LEAST_SPAN_MS) return { kind: 'collecting' };
  const slope = slopeOf(points);
  const perMinute = Math.round(Math.abs(slope));
  if (perMinute === 0) return { kind: 'steady' };
  if (slope > 0) return { kind: 'growing', perMinute };
  return { kind: 'draining', perMinute, minutesLeft: due / -slope };
}

/** The slope of the line through the points that misses them least, so that one odd poll does not decide. */
function slopeOf(points: readonly { minute: number; due: number }[]): number {
  const middle = (of: (point: { minute: number; due: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const minute = middle((point) => point.minute);
  const due = middle((point) => point.due);
  const rise = middle((point) => (point.minute - minute) * (point.due - due));
  const run = middle((point) => (point.minute - minute) ** 2);
  return run === 0 ? 0 : rise / run;
}

/** The same in words: `↓ 11/min,` `about 4 min left`; `↑ growing 30/min`; `steady`; `collecting`. */
export function drainParts(drain: Drain): string[] {
  switch (drain.kind) {
    case 'not-read':
      return [NOT_READ];
    case 'empty':
      return ['nothing due'];
    case 'collecting':
    case 'steady':
      return [drain.kind];
    case 'growing':
      return [`↑ growing ${formatCount(drain.perMinute)}/min`];
    case 'draining':
      return [`↓ ${formatCount(drain.perMinute)}/min,`, ` ${leftText(drain.minutesLeft)} left`];
  }
}

function leftText(minutes: number): string {
  if (minutes < 1) return 'under 1 min';
  if (minutes < 120) return `about ${Math.round(minutes)} min`;
  const hours = minutes / 60;
  return hours < 48 ? `about ${Math.round(hours)} h` : `about ${formatCount(Math.round(hours / 24))} days`;
}
