import { activeMonitors } from '../../ownership/bucket-ownership.ts';
import { unionRanges } from '../../ownership/union-ranges.ts';
import { bucketsIn, rangesText } from '../../text/bucket-range-text.ts';
import { countText } from '../../text/count-text.ts';
import { listText } from '../../text/list-text.ts';
import { look, onHost, SERVICE_LOG } from '../steps.ts';
import type { Join } from './draft.ts';
import { liesWithin } from './held-ranges.ts';
import { has } from './pool.ts';

/** A gap where an active monitor says that it watches: the monitor is there, and its owner row is not. */
export const joinMissingOwnerRows: Join = (pool, fleet, sql) => {
  const { bucket_coverage, processes } = fleet;
  if (bucket_coverage.code !== 'gap' || pool.look(has('bucket_coverage')).length === 0) return [];
  const owning = new Set(bucket_coverage.hosts.map((owner) => owner.host_id));
  const claiming = activeMonitors(processes).flatMap(
    ({ process: { host_id, bucket_min: min, bucket_max: max } }) => {
      if (owning.has(host_id) || min === null || max === null) return [];
      return bucket_coverage.gaps.some((gap) => liesWithin(gap, [{ min, max }]))
        ? [{ host_id, min, max }]
        : [];
    },
  );
  if (claiming.length === 0) return [];
  const hosts = claiming.map(({ host_id }) => host_id);
  const ranges = unionRanges(bucket_coverage.gaps);
  const reported = claiming.map(({ host_id, min, max }) => `${host_id} reports ${min}-${max}`);
  return [
    {
      code: 'owner_row_missing',
      kind: 'host',
      ids: hosts,
      title: `the owner row of ${listText(hosts)} is missing`,
      headline: `${listText(reported)} and has no owner row: nobody owns ${rangesText(ranges)}, ${countText(bucketsIn(ranges), 'bucket')}`,
      facts: reported,
      findings: [
        ...pool.take(has('bucket_coverage')),
        ...pool.take(
          (found) => has('range_mismatch')(found) && found.hosts.every((host) => hosts.includes(host)),
        ),
      ],
      ranges,
      steps: [
        look('See who owns what', sql.bucket_owners),
        onHost({ hosts, buckets: '' }, 'let it take its range anew', './jetmon2 reload'),
        onHost({ hosts, buckets: '' }, 'why did it not write its row?', SERVICE_LOG),
      ],
    },
  ];
};
