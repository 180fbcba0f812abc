import type { SiteStatusCount } from '../../domain/projection.ts';

/** Counts the sites whose legacy status is not the expected one, once for each expectation that it fails. */
export function countDrift(sites: readonly SiteStatusCount[]): number {
  return sites.reduce((drift, { expected_statuses, site_status, count }) => {
    const failed = expected_statuses.filter((expected) => expected !== site_status);
    return drift + count * failed.length;
  }, 0);
}
