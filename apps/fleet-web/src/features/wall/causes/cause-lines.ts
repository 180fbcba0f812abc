import type { Cause } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

/**
 * The causes in the order in which a wall lists them, without the one that is told already: the first of each question of
 * the checklist, then the others, so that no subsystem is left out for the second line of another.
 */
export function causeLines(
  { causes, checklist }: Pick<FleetSnapshot, 'causes' | 'checklist'>,
  told: Cause | undefined,
): Cause[] {
  const leaders = new Set(checklist.map(({ cause_refs }) => Math.min(...cause_refs)));
  const inOrder = [
    ...causes.filter((_, place) => leaders.has(place)),
    ...causes.filter((_, place) => !leaders.has(place)),
  ];
  return inOrder.filter((cause) => cause !== told);
}
