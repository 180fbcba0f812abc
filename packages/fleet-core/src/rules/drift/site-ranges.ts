import type { SiteIds, SiteRange } from '../../domain/projection.ts';

/** A range with how long it took to read. */
export type TimedRange = { readonly range: SiteRange; readonly tookMs: number };

/** A range that takes longer is halved: well under a second, so that no statement is long. */
export const LONGEST_RANGE_MS = 500;

/** Neighbours that together take less are joined: each statement has a cost of its own. */
const SHORTEST_RANGES_MS = 100;

/** As many ranges as a table is read in at most. */
export const MOST_RANGES = 256;

/** Both halves, by id; the same range where it holds no more than one id, or there are no sites. */
export function halveRange(range: SiteRange, ids: SiteIds | null): readonly SiteRange[] {
  const low = range.after_id ?? (ids === null ? null : String(BigInt(ids.least) - 1n));
  const high = range.up_to_id ?? ids?.greatest ?? null;
  if (low === null || high === null) return [range];
  const middle = (BigInt(low) + BigInt(high)) / 2n;
  if (middle <= BigInt(low) || middle >= BigInt(high)) return [range];
  const id = String(middle);
  return [
    { after_id: range.after_id, up_to_id: id },
    { after_id: id, up_to_id: range.up_to_id },
  ];
}

/** The ranges in which to read next time, by what they took this time; in the order of their ids, without a gap. */
export function adjustRanges(timed: readonly TimedRange[], ids: SiteIds | null): readonly SiteRange[] {
  const joined: TimedRange[] = [];
  for (const each of timed) {
    const last = joined.at(-1);
    if (last === undefined || last.tookMs + each.tookMs >= SHORTEST_RANGES_MS) joined.push(each);
    else {
      const range = { after_id: last.range.after_id, up_to_id: each.range.up_to_id };
      joined.splice(-1, 1, { range, tookMs: last.tookMs + each.tookMs });
    }
  }
  const halved = joined.flatMap(({ range, tookMs }) =>
    tookMs > LONGEST_RANGE_MS ? halveRange(range, ids) : [range],
  );
  return halved.length > MOST_RANGES ? joined.map(({ range }) => range) : halved;
}
