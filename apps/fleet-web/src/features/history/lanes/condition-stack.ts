import { SAMPLED_CONDITIONS, type SampledCondition, type Samples } from 'fleet-core/contract/answers/samples';
import { countOf, formatCount } from '../../../format/count.ts';
import type { TimeFrame } from './time-frame.ts';

/** The height of the stack's picture, in its own units. */
export const STACK_HEIGHT = 44;

/** From the bottom, what is worst lying lowest. Green is left out: beside hundreds, the one that is not could not be seen. */
const STACKED = ['stale', 'red', 'vanished', 'amber', 'stopped'] as const;
type Stacked = (typeof STACKED)[number];

/** Processes that were not green as one stack of areas; `top` is how many there were at most. */
export type ConditionStack = {
  readonly areas: readonly { readonly condition: Stacked; readonly path: string }[];
  readonly top: number;
};

type Column = { readonly x: number; endX: number; readonly index: number; readonly total: number };

/** Draws who was not green, and in each place the most that there were. */
export function stackOf({ spots, samples }: TimeFrame): ConditionStack {
  const { processes } = samples;
  const totalAt = (index: number) =>
    STACKED.reduce((sum, condition) => sum + (processes[condition][index] ?? 0), 0);
  const columns: Column[] = [];
  for (const { index, x, endX } of spots) {
    const last = columns.at(-1);
    const total = totalAt(index);
    if (last === undefined || Math.floor(last.x) !== Math.floor(x)) columns.push({ x, endX, index, total });
    else if (total > last.total) columns.splice(-1, 1, { x: last.x, endX, index, total });
    else last.endX = endX;
  }
  const top = columns.reduce((most, { total }) => Math.max(most, total), 0);
  const yOf = (count: number) => round(STACK_HEIGHT - (count / Math.max(1, top)) * (STACK_HEIGHT - 2));
  const paths = new Map<Stacked, string>();
  for (const { x, endX, index } of withoutSeams(columns, processes)) {
    let below = 0;
    for (const condition of STACKED) {
      const count = processes[condition][index] ?? 0;
      if (count === 0) continue;
      const area = `M${round(x)} ${yOf(below)}H${round(endX)}V${yOf(below + count)}H${round(x)}Z`;
      paths.set(condition, (paths.get(condition) ?? '') + area);
      below += count;
    }
  }
  return { top, areas: STACKED.map((condition) => ({ condition, path: paths.get(condition) ?? '' })) };
}

/** Columns side by side in which nothing differs are one. */
function withoutSeams(columns: readonly Column[], processes: Samples['processes']): Column[] {
  const joined: Column[] = [];
  for (const column of columns) {
    const last = joined.at(-1);
    const isSame =
      last !== undefined &&
      last.endX === column.x &&
      STACKED.every((condition) => processes[condition][last.index] === processes[condition][column.index]);
    if (isSame) last.endX = column.endX;
    else joined.push({ ...column });
  }
  return joined;
}

/** How many there were of each condition at one sample: `6 green, 1 stale`. */
export function conditionsAt({ processes }: Samples, index: number): string {
  const told = SAMPLED_CONDITIONS.toReversed().flatMap((condition: SampledCondition) => {
    const count = processes[condition][index] ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${condition}`];
  });
  return told.length === 0 ? countOf(0, 'process', 'processes') : told.join(', ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
