import type { DeliveryKind, DueTrend } from '../../contract/delivery.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { DueLook } from '../../domain/due-look.ts';
import { numberText } from '../text/count-text.ts';

/** A shorter stretch would make a rate out of the jitter of two looks. */
const LEAST_SPAN_MS = 60_000;
const MINUTE_MS = 60_000;

type Told = Closed<DueTrend>;

/** What becomes of what is due in one queue, by the looks of the last minutes, of which the last is now. */
export function dueTrend(looks: readonly DueLook[], kind: DeliveryKind): Told {
  const newest = looks.at(-1);
  const due = newest?.due[kind] ?? null;
  if (newest === undefined || due === null) return withoutRate('not_read', null);
  if (due === 0) return withoutRate('empty', 'nothing due');
  const points = looks.flatMap((look) => {
    const was = look.due[kind];
    return was === null ? [] : [{ minute: (look.at_ms - newest.at_ms) / MINUTE_MS, due: was }];
  });
  const spanMs = -(points[0]?.minute ?? 0) * MINUTE_MS;
  if (spanMs < LEAST_SPAN_MS) return withoutRate('collecting', 'collecting');
  const slope = slopeOf(points);
  const rate = Math.round(Math.abs(slope));
  if (rate === 0) return withoutRate('steady', 'steady');
  if (slope > 0) {
    const text = `↑ growing ${numberText(rate)}/min`;
    return { code: 'growing', due_per_min: rate, empty_in_sec: null, text };
  }
  const minutes = due / -slope;
  return {
    code: 'draining',
    due_per_min: -rate,
    empty_in_sec: Math.round(minutes * 60),
    text: `↓ ${numberText(rate)}/min, ${leftText(minutes)} left`,
  };
}

function withoutRate(code: Told['code'], text: string | null): Told {
  return { code, due_per_min: null, empty_in_sec: null, text };
}

type Point = { readonly minute: number; readonly due: number };

/** The slope of the line through the points that misses them least, so that one odd look does not decide. */
function slopeOf(points: readonly Point[]): number {
  const middle = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const minute = middle((point) => point.minute);
  const due = middle((point) => point.due);
  const rise = middle((point) => (point.minute - minute) * (point.due - due));
  const run = middle((point) => (point.minute - minute) ** 2);
  return run === 0 ? 0 : rise / run;
}

/** How long it takes at this rate, as a sentence goes on: `about 4 min`. */
function leftText(minutes: number): string {
  if (minutes < 1) return 'under 1 min';
  if (minutes < 120) return `about ${Math.round(minutes)} min`;
  const hours = minutes / 60;
  return hours < 48 ? `about ${Math.round(hours)} h` : `about ${numberText(Math.round(hours / 24))} days`;
}
