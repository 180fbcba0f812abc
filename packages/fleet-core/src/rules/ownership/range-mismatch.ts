import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { activeMonitors, ownershipOf } from './bucket-ownership.ts';

/** Heartbeats come about every 10 s: after a change of ranges a monitor's report lags by no more. */
export const HEARTBEAT_ROUND_MS = 10_000;

type Reported = {
  readonly bucket_ownership: string;
  readonly bucket_min: number | null;
  readonly bucket_max: number | null;
};
type Owned = Pick<BucketOwnerRow, 'bucket_min' | 'bucket_max'>;

/** Whether a monitor that owns dynamically has no owner row, or reports another range than it; reporting none contradicts no row. */
export function differsFromRow(reported: Reported, owned: Owned | undefined): boolean {
  if (ownershipOf(reported) !== 'dynamic') return false;
  if (owned === undefined) return true;
  const { bucket_min, bucket_max } = reported;
  if (bucket_min === null || bucket_max === null) return false;
  return owned.bucket_min !== bucket_min || owned.bucket_max !== bucket_max;
}

/** Active monitors whose report and owner row disagree for longer than a round of heartbeats. */
export function rangeMismatchFindings({ processes, bucket_coverage, memory, nowMs }: JudgedFleet): Finding[] {
  // Without owner rows at all, or none read, coverage says so.
  if (bucket_coverage.hosts.length === 0) return [];
  const owners = new Map(bucket_coverage.hosts.map((owner) => [owner.host_id, owner]));
  return activeMonitors(processes).flatMap(({ process }) => {
    const { process_id, host_id } = process;
    const owned = owners.get(host_id);
    const sinceMs = memory.processes.get(process_id)?.range_differs_since_ms ?? null;
    if (!differsFromRow(process, owned) || sinceMs === null || nowMs - sinceMs <= HEARTBEAT_ROUND_MS)
      return [];
    const report = reportText(process);
    const row = owned === undefined ? 'has no owner row' : `its owner row says ${rangeText(owned)}`;
    const title = `${host_id} reports ${report} and ${row}`;
    const message = `process ${process_id}: reports ${report} and ${row}`;
    return [finding('amber', 'range_mismatch', title, message, { subject: process_id, hosts: [host_id] })];
  });
}

function reportText({ bucket_min: min, bucket_max: max }: Reported): string {
  return min === null || max === null ? 'no buckets' : rangeText({ bucket_min: min, bucket_max: max });
}

function rangeText({ bucket_min, bucket_max }: Owned): string {
  return `buckets ${bucket_min}-${bucket_max}`;
}
