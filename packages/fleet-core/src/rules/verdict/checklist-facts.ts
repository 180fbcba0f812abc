import type { BucketCoverage } from '../../contract/bucket-coverage.ts';
import type { Delivery } from '../../contract/delivery.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { isLate } from '../processes/heartbeat-findings.ts';
import type { ProcessCondition } from '../processes/processes.ts';
import { countText, numberText } from '../text/count-text.ts';
import { durationText } from '../text/duration-text.ts';
import { listText } from '../text/list-text.ts';

/** How many processes there are, and how many of them are silent, late or unwell. */
export function heartbeatFact(fleet: JudgedFleet): string {
  const { processes, thresholds } = fleet;
  const having = (...conditions: ProcessCondition[]) =>
    processes.filter((judged) => conditions.includes(judged.condition)).length;
  const silent = having('stale');
  const late = processes.filter((judged) => isLate(judged, fleet)).length;
  const facts = [
    silent > 0 ? `${numberText(silent)} silent for over ${durationText(thresholds.heartbeat_grace_sec)}` : '',
    having('red') > 0 ? `${numberText(having('red'))} red` : '',
    having('amber', 'unknown') > 0 ? `${numberText(having('amber', 'unknown'))} amber` : '',
    late > 0 ? `${numberText(late)} late` : '',
  ].filter((fact) => fact !== '');
  const all = countText(processes.length, 'process', 'processes');
  if (processes.length === 0) return 'no process has reported';
  return facts.length === 0 ? `${all}, all fresh and well` : `${facts.join(', ')} of ${all}`;
}

/** How much of the buckets is covered, by which kind of ownership, and what is wrong with it. */
export function ownershipFact({ bucket_coverage }: JudgedFleet): string {
  const { covered_buckets, bucket_total, mode, gaps, overlaps, hosts, code } = bucket_coverage;
  if (code === 'query_failed') return 'bucket ownership could not be read';
  const stale = hosts.filter((host) => host.stale).length;
  const covered = `${covered_buckets === null ? 'an unknown number' : numberText(covered_buckets)} of ${countText(bucket_total, 'bucket')} covered`;
  const facts = [
    mode !== 'pinned' && gaps.length > 0 ? countText(gaps.length, 'gap') : '',
    overlaps.length > 0 ? countText(overlaps.length, 'overlap') : '',
    stale > 0 ? countText(stale, 'stale owner') : '',
    ...(code === 'owner_not_active' || code === 'invalid_range' ? [ownerFault(code)] : []),
    mode,
  ].filter((fact) => fact !== '');
  return [covered, ...facts].join(', ');
}

function ownerFault(
  code: Extract<Closed<BucketCoverage>['code'], 'owner_not_active' | 'invalid_range'>,
): string {
  return code === 'owner_not_active' ? 'an owner not active' : 'an invalid range';
}

/** Whether the sites of owned buckets are checked. */
export function checksFact({ activity: { section }, thresholds }: JudgedFleet): string {
  const { error, buckets_with_sites, unchecked_buckets, sites_outside_buckets } = section;
  if (error !== undefined || buckets_with_sites === null) return error ?? 'site activity could not be read';
  if (buckets_with_sites === 0) return `no active site to check${outsideFact(sites_outside_buckets)}`;
  const all = countText(buckets_with_sites, 'bucket');
  const grace = durationText(thresholds.activity_grace_sec);
  const fact =
    unchecked_buckets === 0
      ? `no owned bucket of ${all} unchecked for over ${grace}`
      : `${countText(unchecked_buckets ?? 0, 'owned bucket')} of ${all} unchecked for over ${grace}`;
  return `${fact}${outsideFact(sites_outside_buckets)}`;
}

function outsideFact(outside: number | null): string {
  return outside === null || outside === 0
    ? ''
    : `, ${countText(outside, 'active site')} beyond BUCKET_TOTAL`;
}

/** How many sites show another state than their events. */
export function driftFact({ projection_drift: { error, count } }: JudgedFleet): string {
  if (error !== undefined || count === null) return error ?? 'projection drift could not be read';
  return count === 1
    ? '1 site differs from its events'
    : `${countText(count, 'site')} differ from their events`;
}

/** How much waits in the queues, and what went wrong with the recent deliveries. */
export function queueFact({ delivery }: JudgedFleet): string {
  if (delivery.pending === null) return delivery.error ?? 'deliveries could not be read';
  const facts = [
    `${numberText(delivery.due_now ?? 0)} due`,
    `${numberText(delivery.pending)} pending`,
    ...failures(delivery),
    ...(delivery.error === undefined ? [] : [delivery.error]),
  ];
  return facts.join(', ');
}

function failures({ failed_since, abandoned_since }: Closed<Delivery>): string[] {
  return [
    ...(failed_since ? [`${numberText(failed_since)} failed`] : []),
    ...(abandoned_since ? [`${numberText(abandoned_since)} abandoned`] : []),
  ];
}

/** Who delivers. */
export function deliveryOwnerFact({ delivery }: JudgedFleet): string {
  const unread =
    delivery.error === undefined ? '' : `, and whether any is queued is not known: ${delivery.error}`;
  return `${delivery.posture.message}${delivery.posture.enabled_process_count === 0 ? unread : ''}`;
}

/** The dependencies that are not well, by name. */
export function dependencyFact({ dependencies }: JudgedFleet): string {
  if (dependencies.length === 0) return 'no process reports dependencies';
  const wrong = dependencies.filter((dependency) => dependency.status !== 'green');
  if (wrong.length > 0)
    return listText(
      wrong.map(({ name, status }) => `${name} ${status}`),
      3,
    );
  return `${countText(dependencies.length, 'dependency', 'dependencies')}, none failing`;
}
