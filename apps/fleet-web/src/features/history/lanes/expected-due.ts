import type { DueTrend } from 'fleet-core/contract/delivery';
import { AHEAD_WIDTH, FRAME_WIDTH, type TimeFrame } from './time-frame.ts';

/** What is expected of a queue from now on: a straight line from what is due now to what will be at `x`. */
export type ExpectedDue = { readonly from: number; readonly to: number; readonly x: number };

/** The line that the trend draws, as far as there is room for it or until nothing is due; null where no rate is known. */
export function expectedDue(
  { fromMs, toMs }: TimeFrame,
  due: number | null,
  trend: DueTrend | undefined,
): ExpectedDue | null {
  if (due === null || trend === undefined || trend.due_per_min === null) return null;
  const room = ((toMs - fromMs) * AHEAD_WIDTH) / FRAME_WIDTH / 60_000;
  if (trend.empty_in_sec === null) {
    const to = Math.max(0, due + trend.due_per_min * room);
    return { from: due, to, x: FRAME_WIDTH + AHEAD_WIDTH };
  }
  const empty = trend.empty_in_sec / 60;
  return empty <= room
    ? { from: due, to: 0, x: FRAME_WIDTH + (AHEAD_WIDTH * empty) / room }
    : { from: due, to: due * (1 - room / empty), x: FRAME_WIDTH + AHEAD_WIDTH };
}
