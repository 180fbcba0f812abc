import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Process } from 'fleet-core/contract/process';
import { durationText } from 'fleet-core/rules/text/duration-text';
import { table } from '../terminal/table.ts';
import type { Page } from './page.ts';
import { someRows } from './some-rows.ts';

const COLUMNS = [
  { title: 'host' },
  { title: 'type' },
  { title: 'state' },
  { title: 'health' },
  { title: 'heartbeat', isNumber: true },
  { title: 'buckets', isNumber: true },
  { title: 'version' },
] as const;

/** Each process in a row, the most urgent first. */
export function processLines({ processes }: FleetSnapshot, page: Page): string[] {
  return someRows(processes, page, (shown) => table(COLUMNS, shown.map(rowOf), page.width));
}

function rowOf(process: Process): string[] {
  const { host_id, process_type, state, last_heartbeat_age_sec, bucket_min, bucket_max, version } = process;
  const buckets = bucket_min === null || bucket_max === null ? '' : `${bucket_min}-${bucket_max}`;
  const age = last_heartbeat_age_sec === null ? 'none' : durationText(last_heartbeat_age_sec);
  return [host_id, process_type, state, conditionOf(process), age, buckets, version];
}

function conditionOf({ retired, stale, health_status }: Process): string {
  if (retired === true) return 'retired';
  return stale ? 'silent' : health_status;
}
