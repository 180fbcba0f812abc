import type { DeliveryTable } from 'fleet-core/contract/delivery';

type Due = Pick<DeliveryTable, 'due_now' | 'oldest_due_age_sec'>;

/**
 * How old the oldest due delivery is, in seconds; null when it was not read. With nothing due there is no
 * oldest one, though the API gives a number.
 */
export function oldestDueSec({ due_now, oldest_due_age_sec }: Due): number | 'none due' | null {
  if (due_now === null || oldest_due_age_sec === null) return null;
  return due_now === 0 ? 'none due' : oldest_due_age_sec;
}
