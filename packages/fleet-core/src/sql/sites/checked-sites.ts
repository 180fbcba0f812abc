import type { TableNames } from '../schema/table-names.ts';

/** The sites with when each was checked, as a statement takes them. */
export type CheckedSites = {
  /** What follows FROM. */
  readonly from: string;
  /** An expression; null for a site that never was. */
  readonly checkedAt: string;
};

/** By site_runtime where the database has it, and by the sites as well where `alsoInSites`: then the later time counts. */
export function checkedSites({ sites, site_runtime }: TableNames, alsoInSites = false): CheckedSites {
  if (site_runtime === null) return { from: sites, checkedAt: 'last_checked_at' };
  const [ofRuntime, ofSite] = ['runtime.last_checked_at', `${sites}.last_checked_at`];
  return {
    from: `${sites} LEFT JOIN ${site_runtime} AS runtime ON runtime.source_site_id = ${sites}.jetpack_monitor_site_id`,
    checkedAt: alsoInSites
      ? `GREATEST(COALESCE(${ofRuntime}, ${ofSite}), COALESCE(${ofSite}, ${ofRuntime}))`
      : ofRuntime,
  };
}
