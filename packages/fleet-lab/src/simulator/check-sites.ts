import { toUtcDateTime } from 'fleet-core/domain/instant';
import type { TableNames } from 'fleet-core/sql/schema/table-names';
import type { Pool } from 'mysql2/promise';
import type { SiteRow } from '../state/fleet-state.ts';

/** Every live site is checked about once a minute. */
const CHECK_ROUND_SEC = 60;
/** A site that was checked longer ago in the state is left unchecked on purpose. */
const LIVE_CHECK_LIMIT_SEC = 300;

/**
 * Checks of the sites in `rows`, which were loaded at `loadedMs`. Resolves once those that are due at this tick are
 * written: in one statement, a sixtieth of the live sites, those whose check is oldest. The others are left alone.
 */
export function siteChecks(
  admin: Pool,
  { sites, site_runtime }: TableNames,
  rows: readonly SiteRow[],
  loadedMs: number,
): (nowMs: number) => Promise<void> {
  const perTick = Math.ceil(rows.filter(isLive).length / CHECK_ROUND_SEC);
  const liveSince = toUtcDateTime(loadedMs - LIVE_CHECK_LIMIT_SEC * 1000);
  return async (nowMs) => {
    if (perTick === 0) return;
    const isActive =
      site_runtime === null
        ? 'monitor_active = 1'
        : `source_site_id IN (SELECT jetpack_monitor_site_id FROM ${sites} WHERE monitor_active = 1)`;
    await admin.query(
      `UPDATE ${site_runtime ?? sites} SET last_checked_at = ? WHERE ${isActive} AND last_checked_at >= ?
       ORDER BY last_checked_at LIMIT ${perTick}`,
      [toUtcDateTime(nowMs), liveSince],
    );
  };
}

function isLive({ monitor_active, last_checked_age }: SiteRow): boolean {
  return monitor_active === 1 && (last_checked_age ?? Number.POSITIVE_INFINITY) <= LIVE_CHECK_LIMIT_SEC;
}
