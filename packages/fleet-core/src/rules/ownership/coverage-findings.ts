import type { BucketCoverage, BucketRange } from '../../contract/bucket-coverage.ts';
import type { Closed } from '../../contract/scalars.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { listText } from '../text/list-text.ts';

type Coverage = Closed<BucketCoverage>;

/** Who and which buckets a faulty coverage concerns, and what it is called in a few words. */
type Fault = { title: string; hosts: readonly string[]; ranges: readonly BucketRange[] };

/** Coverage that is not green, and whether it is no more than the planned stage. */
export function coverageFindings({ bucket_coverage, expectedOwnership }: JudgedFleet): Finding[] {
  const { status, error, code } = bucket_coverage;
  if (status === 'green') return [];
  const { title, ...about } = faultOf(bucket_coverage);
  const planned = code === 'pinned' && expectedOwnership === 'pinned';
  return [
    finding(status, 'bucket_coverage', title, `bucket coverage: ${error ?? status}`, { ...about, planned }),
  ];
}

function faultOf(coverage: Coverage): Fault {
  const { code, gaps, overlaps, hosts } = coverage;
  switch (code) {
    case 'gap':
      return { title: `no owner for ${rangesText(gaps)}`, hosts: [], ranges: gaps };
    case 'overlap': {
      const owners = [...new Set(overlaps.flatMap((overlap) => overlap.host_ids))];
      return {
        title: `${listText(owners)} own ${rangesText(overlaps)} together`,
        hosts: owners,
        ranges: overlaps,
      };
    }
    case 'invalid_range':
      return ofOwners(
        hosts.filter((owner) => !isRange(owner, coverage)),
        'an impossible range',
      );
    case 'owner_not_active':
      return ofOwners(
        hosts.filter((owner) => owner.status !== 'active'),
        'not active',
      );
    case 'owner_stale':
      return ofOwners(
        hosts.filter((owner) => owner.stale),
        'a stale owner row',
      );
    case 'query_failed':
      return everywhere('bucket ownership could not be read', coverage);
    case 'bucket_total_missing':
      return { title: 'BUCKET_TOTAL is not set', hosts: [], ranges: [] };
    case 'no_owner_rows':
      return everywhere('no host owns buckets', coverage);
    case 'mixed':
      return { title: 'some monitors are pinned, others dynamic', hosts: [], ranges: [] };
    default:
      return { title: 'pinned ownership', hosts: [], ranges: [] };
  }
}

function ofOwners(owners: Coverage['hosts'], what: string): Fault {
  const hosts = owners.map((owner) => owner.host_id);
  const ranges = owners.map(({ bucket_min, bucket_max }) => ({ min: bucket_min, max: bucket_max }));
  return { title: `${listText(hosts)}: ${what}`, hosts, ranges };
}

function everywhere(title: string, { bucket_total }: Coverage): Fault {
  return { title, hosts: [], ranges: bucket_total > 0 ? [{ min: 0, max: bucket_total - 1 }] : [] };
}

/** Whether an owner's range lies within the buckets that there are. */
export function isRange(
  { bucket_min, bucket_max }: { readonly bucket_min: number; readonly bucket_max: number },
  { bucket_total }: { readonly bucket_total: number },
): boolean {
  return bucket_min >= 0 && bucket_max >= bucket_min && bucket_max < bucket_total;
}
