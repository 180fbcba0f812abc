import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { bucketOwner } from 'fleet-lab/scenarios/builders/bucket-owner';
import { monitorProcess } from 'fleet-lab/scenarios/builders/monitor-process';
import { splitBuckets } from 'fleet-lab/scenarios/builders/split-buckets';
import type { ProcessHealthRow } from 'fleet-lab/state/fleet-state';
import { loadState } from 'fleet-lab/state/load-state';

/** Replaces all rows: `count` monitors with six dependencies each, every one an owner of buckets. */
export async function seedProcesses(
  database: LabDatabase,
  count: number,
  bucketTotal: number,
): Promise<void> {
  const ranges = splitBuckets(bucketTotal, count);
  const hosts = ranges.map((range, index) => ({
    range,
    name: `jetmon-${String(index + 1).padStart(4, '0')}`,
  }));
  await loadState(database.admin, {
    jetmon_process_health: hosts.map(({ name, range }) => withSixthDependency(monitorProcess(name, range))),
    jetmon_hosts: hosts.map(({ name, range }) => bucketOwner(name, range)),
    jetmon_webhook_deliveries: [],
    jetmon_alert_deliveries: [],
    jetpack_monitor_sites: [],
    jetmon_events: [],
  });
}

function withSixthDependency(row: ProcessHealthRow): ProcessHealthRow {
  if (!Array.isArray(row.dependency_health)) return row;
  const statsd = { name: 'statsd', status: 'green', latency_ms: (row.pid ?? 0) % 7, checked_at_age: 3 };
  return { ...row, dependency_health: [...row.dependency_health, statsd] };
}
