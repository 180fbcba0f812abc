import type { FleetMemory } from '../domain/fleet-memory.ts';
import type { SampledFleet } from '../domain/sampled-fleet.ts';
import type { Watched } from '../rules/history/history.ts';
import { keptHistory } from './kept-history.ts';
import { keptProcesses } from './kept-processes.ts';
import { keptSamples } from './kept-samples.ts';

/** All that looking at the fleet has left, by what it is kept as. */
export type Known = {
  readonly history: Watched;
  readonly processes: FleetMemory;
  readonly samples: SampledFleet;
};

/** How each of it is kept. */
export const KEPT = { history: keptHistory, processes: keptProcesses, samples: keptSamples };

export const NOTHING_KNOWN: Known = {
  history: keptHistory.nothing,
  processes: keptProcesses.nothing,
  samples: keptSamples.nothing,
};
