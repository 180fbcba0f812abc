import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

/** How many deliveries of each queue were due at one instant of the database's clock; a queue not read is left out. */
export type DueSample = { readonly atMs: number; readonly due: ReadonlyMap<string, number> };

/** What this page has seen of the queues, oldest first, as one API told it. */
export type DueHistory = { readonly server: string; readonly samples: readonly DueSample[] };

export const NO_HISTORY: DueHistory = { server: '', samples: [] };

/** A quarter of an hour at one poll every 5 s. */
export const MOST_SAMPLES = 180;

type Sampled = Pick<FleetSnapshot, 'generated_at' | 'delivery' | 'served_by'>;

/**
 * The history with one more snapshot. A snapshot that is there already adds nothing; after a change of API
 * or a step back in time the history begins anew, since a rate across either would be invented.
 */
export function withSnapshot(
  history: DueHistory,
  { generated_at, delivery, served_by }: Sampled,
): DueHistory {
  const atMs = Date.parse(generated_at);
  const server = `${served_by.host} ${served_by.version} ${served_by.build_id}`;
  const last = history.samples.at(-1);
  const goesOn = server === history.server && last !== undefined && atMs >= last.atMs;
  if (goesOn && atMs === last.atMs) return history;
  const sample = { atMs, due: new Map(delivery.tables.flatMap(dueOf)) };
  return { server, samples: goesOn ? [...history.samples, sample].slice(-MOST_SAMPLES) : [sample] };
}

function dueOf({ kind, due_now }: Sampled['delivery']['tables'][number]): [string, number][] {
  return due_now === null ? [] : [[kind, due_now]];
}
