import type { TablePrefix } from '../../contract/database-schema.ts';
import type { DatabaseSchema } from '../../domain/database-schema.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { ageSec, isStale } from '../processes/heartbeat.ts';
import { durationText } from '../text/duration-text.ts';

/** Under which other prefix processes report; null where nobody does, as in tables that were left or are still to be used. */
export function otherPrefixInUse(
  { other_tables }: DatabaseSchema,
  nowMs: number,
  graceSec: number,
): TablePrefix | null {
  if (other_tables === null || other_tables.newest_heartbeat_ms === null) return null;
  return isStale(nowMs, other_tables.newest_heartbeat_ms, graceSec) ? null : other_tables.table_prefix;
}

/** That some of the fleet reports in tables that are not shown. */
export function schemaFindings({ readings, nowMs, thresholds }: JudgedFleet): Finding[] {
  const { schema } = readings;
  const other = otherPrefixInUse(schema, nowMs, thresholds.heartbeat_grace_sec);
  if (other === null) return [];
  const newestMs = schema.other_tables?.newest_heartbeat_ms ?? nowMs;
  const age = durationText(Math.max(0, ageSec(nowMs, newestMs)));
  const title = `processes report in ${other}_… as well`;
  const headline = `Tables ${schema.table_prefix}_… are shown, and processes report in ${other}_… as well, the newest ${age} ago.`;
  const message = `processes: tables of both names are in use; those of ${other}_… are not shown`;
  return [finding('amber', 'other_tables_in_use', title, message, { headline })];
}
