import type { BucketCoverage, BucketRange } from '../../contract/bucket-coverage.ts';
import type { Closed } from '../../contract/scalars.ts';
import { distinctSorted } from '../code-point-order.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { listText } from '../text/list-text.ts';
import { isUnfit } from './bucket-coverage.ts';
import { unionRanges, withinTotal } from './bucket-ranges.ts';
import { isStageCode, ownershipText } from './ownership-stage.ts';

type Coverage = Closed<BucketCoverage>;
type Owners = Coverage['hosts'];
/** Whoever has a row that gives it a range. */
type Ranged = Pick<Owners[number], 'host_id' | 'bucket_min' | 'bucket_max'>;

/** Who and which buckets a faulty coverage concerns, and what it is called in a few words. */
type Fault = { title: string; hosts: readonly string[]; ranges: readonly BucketRange[] };

/** Coverage that is not green, and whether it is no more than the planned stage. */
export function coverageFindings({ bucket_coverage, stage }: JudgedFleet): Finding[] {
  const { status, error, code } = bucket_coverage;
  if (status === 'green') return [];
  const { title, ...about } = faultOf(bucket_coverage);
  const planned = isStageCode(code) && code === stage;
  return [
    finding(status, 'bucket_coverage', title, `bucket coverage: ${error ?? status}`, { ...about, planned }),
  ];
}

function faultOf(coverage: Coverage): Fault {
  const { code, mode, hosts, locks, bucket_total } = coverage;
  const isByLocks = mode === 'api_controlled';
  switch (code) {
    case 'gap':
    case 'overlap':
      return ofRanges(coverage);
    case 'invalid_range':
      return ofOwners(
        isByLocks ? 'lock' : 'owner row',
        (isByLocks ? locks : hosts).filter((owner) => !isRange(owner, bucket_total)),
        'of no possible range',
        bucket_total,
      );
    case 'owner_not_active':
    case 'owner_stale':
      return ofUnfit(hosts, bucket_total);
    case 'query_failed':
      return everywhere('bucket ownership could not be read', bucket_total);
    case 'bucket_total_missing':
      return nowhere(`BUCKET_TOTAL is ${bucket_total}`);
    case 'no_owner_rows':
      return everywhere('no host owns buckets', bucket_total);
    case 'mixed':
      return nowhere(
        isByLocks ? 'some monitors are pinned beside the locks' : 'some monitors are pinned, others dynamic',
      );
    case 'api_controlled':
      return nowhere(`ownership is ${ownershipText(code)}`);
    default:
      return nowhere('monitors are pinned to their ranges');
  }
}

/** The walk ends at its first fault; whoever mends one should know of the others. */
function ofRanges({ gaps, overlaps, mode }: Coverage): Fault {
  const lacking = mode === 'api_controlled' ? 'lock' : 'owner';
  const owners = distinctSorted(overlaps.flatMap((overlap) => overlap.host_ids));
  const titles = [
    ...(gaps.length > 0 ? [`no ${lacking} for ${rangesText(gaps)}`] : []),
    ...(overlaps.length > 0 ? [sharedText(owners, rangesText(overlaps))] : []),
  ];
  return { title: titles.join('; '), hosts: owners, ranges: unionRanges([...gaps, ...overlaps]) };
}

/** A host may hold a range by two locks, or by one beside its pin. */
function sharedText(owners: readonly string[], ranges: string): string {
  return owners.length === 1
    ? `${owners[0]} holds ${ranges} twice`
    : `${listText(owners)} own ${ranges} together`;
}

function ofUnfit(hosts: Owners, total: number): Fault {
  const stale = hosts.filter((owner) => owner.stale);
  const unfit = hosts.filter(isUnfit);
  if (stale.length === 0) return ofOwners('owner row', unfit, 'not active', total);
  const onlyStale = unfit.every((owner) => owner.status === 'active');
  return ofOwners('owner row', unfit, onlyStale ? 'stale' : 'stale or not active', total);
}

function ofOwners(what: string, owners: readonly Ranged[], fault: string, total: number): Fault {
  const hosts = owners.map((owner) => owner.host_id);
  const ranges = owners.map(({ bucket_min: min, bucket_max: max }) => withinTotal({ min, max }, total));
  const rows =
    hosts.length === 1 ? `the ${what} of ${hosts[0]} is` : `the ${what}s of ${listText(hosts)} are`;
  return { title: `${rows} ${fault}`, hosts, ranges };
}

function everywhere(title: string, total: number): Fault {
  return { title, hosts: [], ranges: total > 0 ? [{ min: 0, max: total - 1 }] : [] };
}

function nowhere(title: string): Fault {
  return { title, hosts: [], ranges: [] };
}

/** Whether an owner's range lies within the buckets that there are. */
function isRange({ bucket_min, bucket_max }: Ranged, total: number): boolean {
  return bucket_min >= 0 && bucket_max >= bucket_min && bucket_max < total;
}
