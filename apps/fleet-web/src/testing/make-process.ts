import type { Process } from 'fleet-core/contract/process';
import { firstOf } from './first-of.ts';
import { HEALTHY_SNAPSHOT } from './healthy-snapshot.ts';

const MONITOR = firstOf(HEALTHY_SNAPSHOT.processes);

/** A healthy monitor that owns the buckets 0 to 249. The id follows from the host and the type. */
export function makeProcess(overrides: Partial<Process> = {}): Process {
  const { host_id = 'jetmon-a', process_type = 'monitor' } = overrides;
  return {
    ...MONITOR,
    process_id: `${host_id}:${process_type}`,
    host_id,
    ...overrides,
  };
}
