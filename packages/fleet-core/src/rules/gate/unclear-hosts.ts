import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { meet } from '../ownership/bucket-ranges.ts';
import { rangesText } from '../text/bucket-range-text.ts';

/**
 * Hosts, but for the one that is asked about, of which it is not known whether they check buckets of the range: silent or
 * vanished ones whose last range meets it or is not known.
 */
export function unclearHosts(
  { rollout }: Pick<Closed<FleetSnapshot>, 'rollout'>,
  range: BucketRange,
  except: string | null = null,
): string[] {
  if (rollout === null) return ['how far the rollout has come is not known'];
  return rollout.hosts
    .filter(({ phase, host_id }) => phase === 'unknown' && host_id !== except)
    .filter((host) => host.range === null || meet(host.range, range))
    .map((host) => {
      const which = host.range === null ? 'any bucket' : rangesText([host.range]);
      return `whether ${host.host_id} checks ${which} is not known`;
    });
}
