import type { Cause } from '../../contract/cause.ts';
import type { DeliveryPostureCode } from '../../contract/delivery.ts';
import type { IssueCode } from '../../contract/issue.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { Finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { numberText } from '../text/count-text.ts';

/** A row's answer in a word or a number: as much as a mark or a tile can hold. */
export type BriefOf = (
  fleet: JudgedFleet,
  findings: readonly Finding[],
  /** Those that concern the row. */
  causes: readonly Closed<Cause>[],
) => string;

const NOT_READ = 'not read';

const HEARTBEAT_BRIEFS: Partial<Record<IssueCode, string>> = {
  process_stale: 'silent',
  process_red: 'red',
  process_vanished: 'vanished',
  plan_member_missing: 'missing',
  heartbeat_frozen: 'frozen',
  heartbeat_late: 'late',
  heartbeat_in_future: 'ahead',
  process_amber: 'amber',
  process_unknown_health: 'unknown',
  process_row_unreadable: 'unreadable',
};

/** How many processes are in the worst trouble that there is, or that all are fresh. */
export const heartbeatBrief: BriefOf = ({ in_service }, findings) => {
  const count = in_service.length;
  const [worst] = worstFirst(findings);
  const word = worst && HEARTBEAT_BRIEFS[worst.code];
  if (worst !== undefined && word !== undefined)
    return `${numberText(findings.filter(({ code }) => code === worst.code).length)} ${word}`;
  if (count === 0) return 'none';
  if (worst?.code === 'no_active_monitors') return 'none active';
  if (worst?.code === 'no_monitor_processes') return 'no monitor';
  return findings.length === 0
    ? `${numberText(count)} fresh`
    : `${numberText(count)} ${count === 1 ? 'process' : 'processes'}`;
};

/** How many buckets are watched, and once. */
export const ownershipBrief: BriefOf = ({ bucket_coverage }, _, causes) => {
  const { covered_buckets, bucket_total, code } = bucket_coverage;
  if (code === 'bucket_total_missing') return 'no total';
  if (covered_buckets === null) return NOT_READ;
  const troubled = causes.reduce((sum, { buckets_affected }) => sum + buckets_affected, 0);
  const well = Math.max(0, Math.min(covered_buckets, bucket_total - troubled));
  return `${numberText(well)} of ${numberText(bucket_total)}`;
};

/** How many buckets are unchecked. */
export const checksBrief: BriefOf = ({ activity: { section, owned_count, owners } }) => {
  const { error, buckets_with_sites, unchecked_buckets, sites_outside_buckets } = section;
  if (error !== undefined) return 'not known';
  if (unchecked_buckets) return `${numberText(unchecked_buckets)} unchecked`;
  if (sites_outside_buckets) return `${numberText(sites_outside_buckets)} outside`;
  if (!buckets_with_sites) return 'no sites';
  if (owned_count === 0) return 'no owner';
  return owners.every((owner) => owner.waived_count >= owner.bucket_count) ? 'just started' : 'all checked';
};

/** How many sites differ from their events. */
export const driftBrief: BriefOf = ({ projection_drift: { count }, activity: { section } }) => {
  if (count === null) return NOT_READ;
  if (section.buckets_with_sites === 0) return 'no sites';
  if (count === 0) return 'none';
  return `${numberText(count)} ${count === 1 ? 'site' : 'sites'}`;
};

/** What has failed, else how much is due. */
export const queueBrief: BriefOf = ({
  delivery: { pending, due_now, failed_since, abandoned_since, error },
}) => {
  if (pending === null) return NOT_READ;
  if (abandoned_since) return `${numberText(abandoned_since)} abandoned`;
  if (failed_since) return `${numberText(failed_since)} failed`;
  return due_now === 0 && error !== undefined ? 'not all read' : `${numberText(due_now ?? 0)} due`;
};

const POSTURE_BRIEFS: Readonly<Record<DeliveryPostureCode, string>> = {
  queued_without_worker: 'no worker',
  no_workers: 'no worker',
  mixed_ownership: 'partly unset',
  owner_unset: 'unset',
  multiple_owners: 'several',
  single_owner: 'one',
};

/** Whether there is one owner. */
export const deliveryOwnerBrief: BriefOf = ({ delivery: { posture } }, findings) => {
  const codes = findings.map(({ code }) => code);
  if (codes.includes('delivery_posture')) return POSTURE_BRIEFS[posture.code];
  if (codes.includes('delivery_owner_absent')) return 'absent';
  if (codes.includes('delivery_owner_mismatch')) return 'at odds';
  return POSTURE_BRIEFS[posture.code];
};

/** How many dependencies are failing. */
export const dependencyBrief: BriefOf = ({ dependencies, in_service }, findings) => {
  const wrong = dependencies.filter(({ status }) => status !== 'green').length;
  if (wrong > 0) return `${numberText(wrong)} of ${numberText(dependencies.length)} failing`;
  if (findings.some(({ code }) => code === 'wpcom_circuit_open')) return 'circuit open';
  if (findings.length > 0) return 'not all read';
  if (dependencies.length === 0) return 'none reported';
  const isTold = in_service.some(({ process }) => !process.stale && process.dependency_health.length > 0);
  return isTold ? `${numberText(dependencies.length)} well` : 'not known';
};

/** How many of the enabled vantages can be used. */
export const verifliersBrief: BriefOf = ({ verifliers }) => {
  if (verifliers === null || verifliers.usable_vantages === null) return NOT_READ;
  const enabled = verifliers.enabled_vantages ?? 0;
  return enabled === 0
    ? 'none enabled'
    : `${numberText(verifliers.usable_vantages)} of ${numberText(enabled)}`;
};

function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings.filter(({ severity }) => severity === 'red'), ...findings];
}
