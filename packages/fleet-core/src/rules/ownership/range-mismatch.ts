import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import { type Finding, finding } from '../finding.ts';
import { hostOf, type JudgedFleet } from '../judged-fleet.ts';
import { isActiveMonitor } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { ownershipOf } from './bucket-ownership.ts';

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
export function rangeMismatchFindings(fleet: JudgedFleet): Finding[] {
  // Without owner rows at all, or none read, coverage says so.
  if (fleet.bucket_coverage.hosts.length === 0) return [];
  return fleet.processes
    .filter((judged) => isActiveMonitor(judged) && hasLongDiffered(judged, fleet))
    .map(({ process }) => {
      const { process_id, host_id } = process;
      const { owner } = hostOf(fleet, host_id);
      const report = reportText(process);
      const row = owner === undefined ? 'has no owner row' : `its owner row says ${rangeText(owner)}`;
      const title = `${host_id} reports ${report} and ${row}`;
      const message = `process ${process_id}: reports ${report} and ${row}`;
      return finding('amber', 'range_mismatch', title, message, { subject: process_id, hosts: [host_id] });
    });
}

function hasLongDiffered({ process }: JudgedProcess, fleet: JudgedFleet): boolean {
  const sinceMs = fleet.memory.processes.get(process.process_id)?.range_differs_since_ms ?? null;
  if (sinceMs === null || fleet.nowMs - sinceMs <= HEARTBEAT_ROUND_MS) return false;
  const { owner, locks } = hostOf(fleet, process.host_id);
  // What it holds by a lock is told beside the locks.
  return locks.length === 0 && differsFromRow(process, owner);
}

function reportText({ bucket_min: min, bucket_max: max }: Reported): string {
  return min === null || max === null ? 'no buckets' : rangeText({ bucket_min: min, bucket_max: max });
}

function rangeText({ bucket_min, bucket_max }: Owned): string {
  return `buckets ${bucket_min}-${bucket_max}`;
}
