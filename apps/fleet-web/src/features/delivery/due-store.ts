import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { type DueSample, NO_HISTORY, withSnapshot } from './due-history.ts';

let history = NO_HISTORY;

/**
 * What this page has seen of the queues, up to this snapshot. It is kept for as long as the page lives and
 * changes nothing that is on screen, so no component has it as its state.
 */
export function dueSamples(snapshot: FleetSnapshot): readonly DueSample[] {
  history = withSnapshot(history, snapshot);
  return history.samples;
}
