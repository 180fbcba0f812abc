import type { FleetState } from 'fleet-lab/state/fleet-state';
import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { BucketChecks, RangeReadings } from '../../domain/range-readings.ts';
import { readingsOfState } from './readings-of-state.ts';

/** What reading the sites in a range of this state's buckets gives, without a database. */
export function rangeReadingsOfState(
  state: FleetState,
  { min, max }: BucketRange,
  nowMs: number,
): RangeReadings {
  const sites = state.rows.jetpack_monitor_sites.filter(
    ({ monitor_active, bucket_no }) => monitor_active === 1 && bucket_no >= min && bucket_no <= max,
  );
  const within = { ...state, rows: { ...state.rows, jetpack_monitor_sites: sites } };
  const { projection_drift } = readingsOfState(within, nowMs);
  if (!projection_drift.ok) throw new Error('a state can be read');
  const buckets = [...new Set(sites.map(({ bucket_no }) => bucket_no))].sort((a, b) => a - b);
  return {
    checks: {
      ok: true,
      value: buckets.map((bucket_no): BucketChecks => {
        const ages = sites
          .filter((site) => site.bucket_no === bucket_no)
          .map((site) => site.last_checked_age ?? null);
        const oldest = ages.includes(null) ? null : Math.max(...ages.map((age) => age ?? 0));
        return { bucket_no, oldest_check_ms: oldest === null ? null : nowMs - oldest * 1000 };
      }),
    },
    drift: { ok: true, value: sites.length === 0 ? null : (projection_drift.value?.count ?? 0) },
  };
}
