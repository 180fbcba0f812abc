import type { DriftRule } from '../../contract/projection-drift.ts';
import type { DriftCount } from '../../domain/projection.ts';

/** So many sites that differ, counted by pairs unless told otherwise. */
export function makeDrift(count: number, rule: DriftRule = 'pairs'): DriftCount {
  return { rule, count };
}
