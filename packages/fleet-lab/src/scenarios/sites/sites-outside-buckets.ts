import type { SiteRow } from '../../state/fleet-state.ts';
import { monitoredSites } from '../builders/monitored-sites.ts';
import { BUCKET_TOTAL, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const OUTSIDE = 12;

/** Sites were inserted with buckets that nobody can own: nobody checks them, and no count is wrong. */
export const sitesOutsideBuckets: Scenario = {
  name: 'sites-outside-buckets',
  description: `${OUTSIDE} active sites lie in buckets beyond BUCKET_TOTAL`,
  build: () => {
    const { sites, events } = monitoredSites(400, BUCKET_TOTAL);
    const outside = Array.from(
      { length: OUTSIDE },
      (_, index): SiteRow => ({
        blog_id: 9_000 + index,
        bucket_no: BUCKET_TOTAL + index,
        monitor_active: 1,
        site_status: 1,
        last_checked_age: null,
      }),
    );
    return rolloutFleet({ monitored: { sites: [...sites, ...outside], events } });
  },
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'hold',
    addedCodes: ['sites_outside_buckets'],
  },
};
