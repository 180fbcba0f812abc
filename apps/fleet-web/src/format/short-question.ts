import type { ChecklistCode } from 'fleet-core/contract/checklist';

const SHORT: Readonly<Record<ChecklistCode, string>> = {
  heartbeats: 'Heartbeats',
  ownership: 'Buckets',
  checks: 'Site checks',
  drift: 'Drift',
  queues: 'Queues',
  delivery_owner: 'Delivery owner',
  dependencies: 'Dependencies',
  verifliers: 'Verifliers',
};

const short: ReadonlyMap<string, string> = new Map(Object.entries(SHORT));

/** A question of the checklist in a word or two; one of a newer API goes by its code. */
export function shortQuestion(code: string): string {
  return short.get(code) ?? code.replaceAll('_', ' ');
}
