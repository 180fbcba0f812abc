import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import { isActive } from '../processes/processes.ts';
import { countText, numberText } from '../text/count-text.ts';
import { type CheckOptions, EXPECTED_TYPES, type ExpectedType } from './check-options.ts';

/** A number of active processes that is not the expected one. */
export type Unexpected = { readonly severity: 'red' | 'amber'; readonly message: string };

/** How many processes of a type are active. */
export function activeCount({ processes }: Pick<FleetSnapshot, 'processes'>, type: ExpectedType): number {
  return processes.filter((process) => process.process_type === EXPECTED_TYPES[type] && isActive(process))
    .length;
}

/** Fewer than expected may leave something undone; more are at least not what was thought. */
export function unexpectedCounts(
  snapshot: Pick<FleetSnapshot, 'processes'>,
  expect: CheckOptions['expect'],
): Unexpected[] {
  return (['monitors', 'deliverers'] as const).flatMap((type) => {
    const expected = expect[type];
    const active = activeCount(snapshot, type);
    if (expected === undefined || active === expected) return [];
    const severity = active < expected ? 'red' : 'amber';
    const found = countText(active, `active ${EXPECTED_TYPES[type]}`);
    return {
      severity,
      message: `${found}, where ${numberText(expected)} ${expected === 1 ? 'is' : 'are'} expected`,
    };
  });
}
