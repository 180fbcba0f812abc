import type { OwnedRange, SampledCondition } from '../../contract/answers/samples.ts';
import { DECISION_CODES } from '../../contract/decision.ts';
import type { DeliveryKind } from '../../contract/delivery.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import { LEVELS } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { QueueSample, Sample, SampledFleet } from '../../domain/sampled-fleet.ts';
import type { BucketClaim } from '../ownership/bucket-claims.ts';
import { claimsInForce } from '../ownership/bucket-coverage.ts';
import { sampledCondition } from '../processes/sampled-condition.ts';
import { noteChange } from './changes.ts';
import { worstOfAll } from './history.ts';
import { keepSampled, placeSample } from './sample-list.ts';
import { MINUTE_MS } from './tell-samples.ts';

/**
 * Takes a sample of a snapshot. A minute has one sample, of its worst look, and of the last among equals: what was there
 * only for seconds is told, too. A clock that was set back comes through minutes again, and adds to their samples.
 */
export function sampleSnapshot(
  before: SampledFleet,
  snapshot: Closed<FleetSnapshot>,
  nowMs: number,
): SampledFleet {
  const minute = Math.floor(nowMs / MINUTE_MS);
  const ranges = ownedRanges(snapshot);
  const { owner_ranges, versions, recent_window_sec } = before;
  return keepSampled(
    {
      samples: placeSample(before.samples, toSample(snapshot, minute), worse),
      owner_ranges: ranges === null ? owner_ranges : noteChange(owner_ranges, minute, ranges),
      versions: noteChange(versions, minute, snapshot.versions),
      recent_window_sec: noteChange(recent_window_sec, minute, snapshot.settings.recent_window_sec),
    },
    minute,
  );
}

function worse(earlier: Sample, later: Sample): Sample {
  const difference =
    LEVELS.indexOf(earlier.level) - LEVELS.indexOf(later.level) ||
    DECISION_CODES.indexOf(earlier.decision) - DECISION_CODES.indexOf(later.decision);
  return difference > 0 ? earlier : later;
}

function toSample(snapshot: Closed<FleetSnapshot>, minute: number): Sample {
  const { decision, bucket_coverage } = snapshot;
  return {
    minute,
    level: worstOfAll(snapshot),
    decision: decision.code,
    ...sampleQueues(snapshot),
    processes: countConditions(snapshot),
    covered_buckets: bucket_coverage.covered_buckets,
    bucket_total: bucket_coverage.bucket_total,
  };
}

function sampleQueues({ delivery }: Closed<FleetSnapshot>): Record<DeliveryKind, QueueSample> {
  const sample = (kind: DeliveryKind) => toQueueSample(delivery.tables.find((table) => table.kind === kind));
  return { webhook: sample('webhook'), alert: sample('alert') };
}

function toQueueSample(table: Partial<QueueSample> = {}): QueueSample {
  return {
    due_now: table.due_now ?? null,
    oldest_due_age_sec: table.oldest_due_age_sec ?? null,
    delivered_since: table.delivered_since ?? null,
    failed_since: table.failed_since ?? null,
    abandoned_since: table.abandoned_since ?? null,
  };
}

function countConditions({ processes, summary }: Closed<FleetSnapshot>): Record<SampledCondition, number> {
  const vanished = summary.issue_details.filter(({ code }) => code === 'process_vanished').length;
  const counts = { vanished, stale: 0, stopped: 0, red: 0, amber: 0, green: 0 };
  for (const process of processes) if (process.retired !== true) counts[sampledCondition(process)] += 1;
  return counts;
}

/** The claims in force; null when ownership could not be read. */
function ownedRanges({ bucket_coverage }: Closed<FleetSnapshot>): OwnedRange[] | null {
  const { covered_buckets, pinned, locks } = bucket_coverage;
  if (covered_buckets === null) return null;
  const isPinned = new Set<BucketClaim>(pinned);
  const isLocked = new Set<BucketClaim>(locks);
  return claimsInForce(bucket_coverage).map((claim) => {
    const { host_id, bucket_min, bucket_max } = claim;
    const locked = isLocked.has(claim) ? { locked: true } : {};
    return { host_id, bucket_min, bucket_max, pinned: isPinned.has(claim), ...locked };
  });
}
