import type { Effort } from './parts/throughput.ts';

const LOADS: Record<'whole' | 'quick', Effort> = {
  whole: { seconds: 3, pairs: 5 },
  quick: { seconds: 1, pairs: 1 },
};
const POLLING: Record<'whole' | 'quick', Effort> = {
  whole: { seconds: 6, pairs: 3 },
  quick: { seconds: 2, pairs: 1 },
};

/** For how long and how often is loaded and polled; a quick look only shows that it works. */
export function effortOf(quick: boolean): { readonly load: Effort; readonly polling: Effort } {
  const which = quick ? 'quick' : 'whole';
  return { load: LOADS[which], polling: POLLING[which] };
}
