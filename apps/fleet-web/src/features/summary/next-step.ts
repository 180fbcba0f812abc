import type { Settings } from 'fleet-core/contract/fleet-snapshot';
import type { NextActionCode } from 'fleet-core/contract/summary';
import { lookCloser } from './look-closer.ts';

/** Where the rows are that a next action concerns, and a statement that shows more of them. */
export type NextStep = {
  readonly href: string;
  readonly place: string;
  /** Read-only SQL for the fleet's database; null where the page shows all there is. */
  readonly sql: string | null;
};

type Place = Pick<NextStep, 'href' | 'place'>;

const PROCESSES: Place = { href: '#processes', place: 'the processes' };
const BUCKETS: Place = { href: '#buckets', place: 'the bucket owners' };
const QUEUES: Place = { href: '#queues', place: 'the delivery queues' };
const OWNERSHIP: Place = { href: '#ownership', place: 'the delivery owners' };
const ISSUES: Place = { href: '#issues', place: 'the issues' };

const PLACES: Record<Exclude<NextActionCode, 'continue'>, Place> = {
  investigate_stale_processes: PROCESSES,
  fix_bucket_coverage: BUCKETS,
  fix_projection_drift: ISSUES,
  investigate_delivery_failures: QUEUES,
  resolve_red_processes: PROCESSES,
  drain_due_deliveries: QUEUES,
  confirm_delivery_owner: OWNERSHIP,
  confirm_bucket_ownership: BUCKETS,
  start_monitor_heartbeats: PROCESSES,
  clear_amber_processes: PROCESSES,
  review_warnings: ISSUES,
};

const places: ReadonlyMap<string, Place> = new Map(Object.entries(PLACES));

/** What helps with a next action; null when there is nothing to look at. An action it does not know leads to the issues. */
export function nextStep(code: string, settings: Settings): NextStep | null {
  if (code === 'continue') return null;
  return { ...(places.get(code) ?? ISSUES), sql: lookCloser(code, settings) };
}
