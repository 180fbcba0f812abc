import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { countOf, formatCount, NOT_READ } from '../../format/count.ts';
import { failedDeliveries } from '../../format/failed-deliveries.ts';

/** How many sites show another state than their events. */
export function driftFact(count: number | null): string {
  return `${countOf(count, 'site')} ${count === 1 ? 'differs from its' : 'differ from their'} events`;
}

/** How many processes there are, and how many of them are silent or unwell. */
export function heartbeatFact({ summary, processes, settings }: FleetSnapshot): string {
  const { stale_processes, red_processes, amber_processes } = summary;
  const minutes = Math.round(settings.heartbeat_grace_sec / 60);
  if (stale_processes > 0) {
    return `${formatCount(stale_processes)} of ${formatCount(processes.length)} stale, silent for over ${minutes} min`;
  }
  return `${countOf(processes.length, 'process', 'processes')}: ${formatCount(red_processes)} red, ${formatCount(amber_processes)} amber`;
}

/** How much of the bucket range is covered, and by which kind of ownership. */
export function bucketFact({
  covered_buckets,
  bucket_total,
  mode,
  gaps,
  overlaps,
  hosts,
  code,
}: FleetSnapshot['bucket_coverage']): string {
  const stale = hosts.filter((host) => host.stale).length;
  const faults = [
    gaps.length > 0 ? countOf(gaps.length, 'gap') : '',
    overlaps.length > 0 ? countOf(overlaps.length, 'overlap') : '',
    stale > 0 ? countOf(stale, 'stale owner') : '',
    code === 'owner_not_active' ? 'an owner not active' : '',
    code === 'invalid_range' ? 'an invalid range' : '',
  ].filter((fault) => fault !== '');
  const covered = `${covered_buckets ?? NOT_READ} of ${bucket_total} covered`;
  return [covered, ...faults, mode].join(', ');
}

/** How much waits in the queues, and what went wrong with the recent deliveries. */
export function queueFact(delivery: FleetSnapshot['delivery']): string {
  const waiting = [`${formatCount(delivery.due_now)} due`, `${formatCount(delivery.pending)} pending`];
  return [...waiting, ...failedDeliveries(delivery)].join(', ');
}

/** The dependencies that are not well, by name. */
export function dependencyFact(dependencies: FleetSnapshot['dependencies']): string {
  if (dependencies.length === 0) return 'No process reports dependencies';
  const wrong = dependencies.filter((dependency) => dependency.status !== 'green');
  if (wrong.length === 0)
    return `${countOf(dependencies.length, 'dependency', 'dependencies')}, none failing`;
  const names = wrong.slice(0, 3).map((dependency) => `${dependency.name} ${dependency.status}`);
  const more = wrong.length > 3 ? `, ${formatCount(wrong.length - 3)} more` : '';
  return `${names.join(', ')}${more}`;
}
