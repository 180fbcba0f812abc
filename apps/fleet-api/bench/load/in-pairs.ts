import { median } from '../../trial/harness/median.ts';
import type { Pair } from '../report/report.ts';

/** Measures both in turns, now the one first and now the other, so that what else the machine does meets both. */
export async function inPairs(
  pairs: number,
  measure: { readonly ours: () => Promise<number>; readonly beside: () => Promise<number> },
): Promise<Pair> {
  const found: Pair[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const early = pair % 2 === 0 ? await measure.beside() : undefined;
    const ours = await measure.ours();
    const beside = early ?? (await measure.beside());
    found.push({ ours, beside, ratio: ours / beside });
  }
  return {
    ours: median(found.map((pair) => pair.ours)),
    beside: median(found.map((pair) => pair.beside)),
    ratio: median(found.map((pair) => pair.ratio)),
  };
}
