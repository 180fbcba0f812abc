import type { SampledCondition } from '../../contract/answers/samples.ts';
import { levelOf } from '../../contract/level.ts';
import type { Process } from '../../contract/process.ts';
import { isStopped } from './processes.ts';

/** What a process that is there counts as, in samples and metrics: once, and a health that is no known word as amber. */
export function sampledCondition(
  process: Pick<Process, 'stale' | 'state' | 'health_status'>,
): Exclude<SampledCondition, 'vanished'> {
  if (process.stale) return 'stale';
  return isStopped(process) ? 'stopped' : (levelOf(process.health_status) ?? 'amber');
}
