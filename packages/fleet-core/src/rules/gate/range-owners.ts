import type { GateCheck } from '../../contract/answers/gate.ts';
import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { groupBy } from '../group-by.ts';
import { claimsInForce } from '../ownership/bucket-coverage.ts';
import { commonRanges, meet, subtractRanges, unionRanges } from '../ownership/bucket-ranges.ts';
import { bucketRangeText, rangesText } from '../text/bucket-range-text.ts';
import { decideCheck, unknown } from './gate-check.ts';
import { issueMessages } from './issue-messages.ts';
import { unclearHosts } from './unclear-hosts.ts';

type Snapshot = Closed<FleetSnapshot>;

/** Whether each bucket of a range is this host's and nobody else's, by the ownership in force. */
export function ownedOnceCheck(snapshot: Snapshot, host: string, range: BucketRange): Closed<GateCheck> {
  const { mode, code, covered_buckets, overlaps, error } = snapshot.bucket_coverage;
  if (covered_buckets === null || code === 'bucket_total_missing') {
    return unknown('owned_once', error ?? 'who owns the buckets is not known');
  }
  const claims = claimsInForce(snapshot.bucket_coverage).map(
    ({ host_id, bucket_min: min, bucket_max: max }) => ({
      host_id,
      min,
      max,
    }),
  );
  const others = claims.filter((claim) => claim.host_id !== host && meet(claim, range));
  const lacking = subtractRanges(
    [range],
    claims.filter((claim) => claim.host_id === host),
  );
  const twice = others.length === 0 ? commonRanges([range], overlaps) : [];
  const unreadable = mode === 'pinned' ? [] : issueMessages(snapshot, ['bucket_owner_row_unreadable']);
  return decideCheck('owned_once', {
    wrong: [
      ...(lacking.length > 0 ? [`not ${host}'s: ${rangesText(lacking)}`] : []),
      ...[...groupBy(others, ({ host_id }) => host_id)].map(
        ([other, theirs]) => `also ${other}'s: ${rangesText(commonRanges([range], unionRanges(theirs)))}`,
      ),
      ...issueMessages(snapshot, ['lock_bucket_mismatch'], [host]),
      ...(twice.length > 0 ? [`claimed twice by ${host}: ${rangesText(twice)}`] : []),
    ],
    notKnown: [
      ...unclearHosts(snapshot, range, host),
      ...unreadable,
      ...issueMessages(snapshot, ['process_row_unreadable']),
    ],
    well: `${bucketRangeText(range)}: ${host}'s alone`,
  });
}

/** Whether no row of dynamic ownership meets the range, or is of this host. */
export function noOwnerRowCheck(
  snapshot: Snapshot,
  host: string | null,
  range: BucketRange,
): Closed<GateCheck> {
  const { hosts, code, error } = snapshot.bucket_coverage;
  if (code === 'query_failed') return unknown('no_owner_row', error ?? 'owner rows could not be read');
  const rows = hosts.filter(
    ({ host_id, bucket_min: min, bucket_max: max }) => host_id === host || meet({ min, max }, range),
  );
  return decideCheck('no_owner_row', {
    wrong: rows.map(
      ({ host_id, bucket_min, bucket_max }) => `${host_id} has a row for ${bucket_min}-${bucket_max}`,
    ),
    notKnown: issueMessages(snapshot, ['bucket_owner_row_unreadable']),
    well: `no owner row meets ${bucketRangeText(range)}`,
  });
}
