import { bucketsIn, meet, subtractRanges, unionRanges } from '../../../ownership/bucket-ranges.ts';
import { activeMonitors } from '../../../processes/process-type.ts';
import { rangesText } from '../../../text/bucket-range-text.ts';
import { countText } from '../../../text/count-text.ts';
import { listText } from '../../../text/list-text.ts';
import { look, MONITOR_SERVICE, onHost, readLog } from '../../steps.ts';
import type { Join } from '../draft.ts';

/** A gap where an active monitor says that it watches: the monitor is there, and its owner row is not. */
export const joinMissingOwnerRows: Join = (pool, { bucket_coverage, hosts: known, processes }) => {
  const { code, mode, gaps } = bucket_coverage;
  if (code !== 'gap' || mode === 'api_controlled' || pool.look('bucket_coverage').length === 0) return [];
  const claiming = activeMonitors(processes).flatMap(({ process }) => {
    const { host_id, bucket_min: min, bucket_max: max } = process;
    if (known.get(host_id)?.owner !== undefined || min === null || max === null) return [];
    return gaps.some((gap) => meet(gap, { min, max })) ? [{ host_id, min, max }] : [];
  });
  if (claiming.length === 0) return [];
  const hosts = [...new Set(claiming.map(({ host_id }) => host_id))];
  const ranges = unionRanges(gaps);
  const unclaimed = subtractRanges(ranges, claiming);
  const reported = claiming.map(({ host_id, min, max }) => `${host_id} reports ${min}-${max}`);
  const rows = hosts.length === 1 ? 'has no owner row' : 'have no owner rows';
  const rest = unclaimed.length === 0 ? '' : `; nobody reports ${rangesText(unclaimed)}`;
  return [
    {
      code: 'owner_row_missing',
      kind: 'host',
      ids: hosts,
      title: `${hosts.length === 1 ? 'the owner row' : 'the owner rows'} of ${listText(hosts)} ${hosts.length === 1 ? 'is' : 'are'} missing`,
      headline: `${listText(hosts)} ${rows}: nobody owns ${rangesText(ranges)}, ${countText(bucketsIn(ranges), 'bucket')}, while ${listText(reported)}${rest}`,
      facts: reported,
      findings: [
        ...pool.take('bucket_coverage'),
        ...hosts.flatMap((host) => pool.takeOf(host, ['range_mismatch', 'plan_mismatch'])),
      ],
      ranges,
      about: { hosts, service: MONITOR_SERVICE },
      steps: (about, sql) => [
        look('See who owns what', sql.bucket_owners),
        onHost(about, 'let it take its range anew', './jetmon2 reload'),
        readLog(about, 'why did it not write its row?'),
      ],
    },
  ];
};
