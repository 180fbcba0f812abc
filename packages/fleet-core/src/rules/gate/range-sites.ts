import type { GateCheck } from '../../contract/answers/gate.ts';
import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { SiteActivity } from '../../contract/site-activity.ts';
import { toInstant } from '../../domain/instant.ts';
import type { RangeFailure, RangeReadings } from '../../domain/range-readings.ts';
import { commonRanges, unionRanges } from '../ownership/bucket-ranges.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { countText, numberText } from '../text/count-text.ts';
import { decideCheck, fails, passes, unknown } from './gate-check.ts';
import type { Taken } from './taken-since.ts';

const FAILURES: Readonly<Record<RangeFailure, string>> = {
  too_slow: 'the sites of the range could not be read in time: ask for fewer buckets',
  not_told: 'this database does not tell when sites were last checked',
  failed: 'the sites of the range could not be read',
};

const NOT_ASKED = 'the sites of the range were not looked at';

/** What a check of a range's sites goes by. */
type CheckedBy = {
  readonly range: BucketRange;
  readonly readings: RangeReadings | undefined;
  readonly taken: Taken | null;
  readonly activity: Closed<SiteActivity>;
};

/**
 * Whether every active site of the range was checked since it was taken, and its buckets are still being checked, as the
 * snapshot's site activity has it.
 */
export function sitesCheckedCheck({ range, readings, taken, activity }: CheckedBy): Closed<GateCheck> {
  if (readings === undefined) return unknown('sites_checked', NOT_ASKED);
  const { checks } = readings;
  if (!checks.ok) return unknown('sites_checked', FAILURES[checks.because]);
  const buckets = checks.value;
  if (buckets.length === 0) return unknown('sites_checked', 'no active site to check');
  if (taken === null) return unknown('sites_checked', 'since when the range has been held is not known');
  const late = buckets.filter(({ oldest_check_ms: atMs }) => atMs === null || atMs < taken.atMs);
  const since = `since ${toInstant(taken.atMs)}, when ${taken.because}`;
  const which = rangesText(unionRanges(late.map(({ bucket_no }) => ({ min: bucket_no, max: bucket_no }))));
  const count = `${numberText(late.length)} of ${countText(buckets.length, 'bucket')}`;
  const left = commonRanges([range], activity.unchecked);
  return decideCheck('sites_checked', {
    wrong: [
      ...(late.length > 0 ? [`sites in ${count} were not checked ${since}: ${which}`] : []),
      ...(left.length > 0 ? [`no longer checked: ${rangesText(left)}`] : []),
    ],
    notKnown: activity.error === undefined ? [] : [activity.error],
    well: `every site of ${countText(buckets.length, 'bucket')} was checked ${since}`,
  });
}

/** Whether no active site of the range differs from its open http events. */
export function rangeDriftCheck(readings: RangeReadings | undefined): Closed<GateCheck> {
  if (readings === undefined) return unknown('drift', NOT_ASKED);
  const { drift } = readings;
  if (!drift.ok) return unknown('drift', FAILURES[drift.because]);
  if (drift.value === null) return unknown('drift', 'no active site to compare');
  return drift.value === 0
    ? passes('drift', 'no site differs from its events')
    : fails(
        'drift',
        `${countText(drift.value, 'site differs', 'sites differ')} from ${drift.value === 1 ? 'its' : 'their'} events`,
      );
}
