import type { ChecklistCode } from 'fleet-core/contract/checklist';
import type { DecisionCode } from 'fleet-core/contract/decision';
import { delivererProcess } from 'fleet-lab/scenarios/builders/deliverer-process';
import { delivered } from 'fleet-lab/scenarios/builders/delivery-rows';
import { rolloutFleet } from 'fleet-lab/scenarios/builders/rollout-fleet';
import { THREE_HOSTS, threeHosts } from 'fleet-lab/scenarios/builders/three-hosts';
import type { FleetState, SiteRow } from 'fleet-lab/state/fleet-state';
import { numbers } from './tables/seed-many-rows.ts';

/** A state in which a fleet is not well, by its operator's name. */
export type UnwellState = {
  readonly name: string;
  /** What the fleet was before: dynamic, or pinned as planned. */
  readonly base: 'dynamic' | 'pinned';
  /** What was done to it. */
  readonly sql: string;
  /** Whether it had been looked at before that. */
  readonly wasSeen?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly decision: DecisionCode;
  /** What the headline must name. */
  readonly culprit: string;
  /** Questions of the checklist whose answer must be that nothing is known. */
  readonly unknown?: readonly ChecklistCode[];
};

/** A healthy fleet of three hosts: heartbeats 4 s old, 2,000 active sites over all buckets, checked a minute ago. */
export function wellFleet(base: UnwellState['base']): FleetState {
  const heartbeat = { updated_at_age: 4 };
  const alike = { 'jetmon-a': heartbeat, 'jetmon-b': heartbeat, 'jetmon-c': heartbeat };
  const isPinned = base === 'pinned';
  const monitors = threeHosts.monitors(alike, isPinned ? THREE_HOSTS : []);
  return rolloutFleet({
    processes: [...monitors, delivererProcess('jetmon-deliverer-1', heartbeat)],
    owners: isPinned ? [] : threeHosts.owners(),
    webhooks: [delivered(40)],
    alerts: [delivered(18)],
    monitored: { sites: Array.from({ length: 2_000 }, (_, index) => activeSite(index)), events: [] },
    ...(isPinned ? { expected_ownership: 'pinned' } : {}),
  });
}

function activeSite(index: number): SiteRow {
  const blog_id = index + 1;
  return { blog_id, bucket_no: index % 1000, monitor_active: 1, site_status: 1, last_checked_age: 60 };
}

function pinnedToRange(min: string, max: string): string {
  return `UPDATE jetmon_process_health SET bucket_min=${min}, bucket_max=${max}, updated_at=updated_at WHERE host_id='jetmon-c'`;
}

/** 5,000 webhooks that have been pending for two days, until this time. */
function pendingUntil(next_attempt_at: string): string {
  return `INSERT INTO jetmon_webhook_deliveries
    (webhook_id, transition_id, event_id, event_type, payload, status, next_attempt_at, created_at)
    SELECT 9, n, n, 'x', '{}', 'pending', ${next_attempt_at}, UTC_TIMESTAMP() - INTERVAL 2 DAY FROM ${numbers(5_000)}`;
}

/** Each was once answered green or safe, or without its cause. */
export const UNWELL_STATES: readonly UnwellState[] = [
  {
    name: 'all monitors state=stopped, health green, fresh; rows in jetmon_hosts fresh',
    base: 'dynamic',
    sql: "UPDATE jetmon_process_health SET state='stopped', updated_at=updated_at WHERE process_type='monitor'",
    decision: 'stop',
    culprit: 'no monitor is active',
  },
  {
    name: 'monitor b: process row gone, jetmon_hosts row fresh',
    base: 'dynamic',
    sql: "DELETE FROM jetmon_process_health WHERE host_id='jetmon-b'",
    decision: 'stop',
    culprit: 'jetmon-b',
  },
  {
    name: 'monitor b: process row gone after it was seen, jetmon_hosts row fresh',
    base: 'dynamic',
    wasSeen: true,
    sql: "DELETE FROM jetmon_process_health WHERE host_id='jetmon-b'",
    decision: 'stop',
    culprit: 'jetmon-b',
  },
  {
    name: 'only one monitor row left, 3 owners fresh',
    base: 'dynamic',
    sql: "DELETE FROM jetmon_process_health WHERE host_id IN ('jetmon-b','jetmon-c')",
    decision: 'stop',
    culprit: 'jetmon-b',
  },
  {
    name: 'owners are hosts nobody knows',
    base: 'dynamic',
    sql: "UPDATE jetmon_hosts SET host_id=CONCAT('ghost-',host_id), last_heartbeat=last_heartbeat",
    decision: 'stop',
    culprit: 'ghost-jetmon-a',
  },
  {
    name: 'monitor claims other range than its row (a says 0-999)',
    base: 'dynamic',
    sql: "UPDATE jetmon_process_health SET bucket_min=0, bucket_max=999, updated_at=updated_at WHERE host_id='jetmon-a'",
    decision: 'hold',
    culprit: 'jetmon-a',
  },
  {
    name: 'all heartbeats 590 s old (everything dead for 9m50)',
    base: 'dynamic',
    sql: `UPDATE jetmon_process_health SET updated_at=UTC_TIMESTAMP()-INTERVAL 590 SECOND;
      UPDATE jetmon_hosts SET last_heartbeat=UTC_TIMESTAMP()-INTERVAL 590 SECOND`,
    decision: 'hold',
    culprit: 'all heartbeats are late',
  },
  {
    name: 'owner heartbeat 10 h in future',
    base: 'dynamic',
    sql: 'UPDATE jetmon_hosts SET last_heartbeat=UTC_TIMESTAMP()+INTERVAL 10 HOUR',
    decision: 'hold',
    culprit: 'jetmon-a',
  },
  {
    name: 'process heartbeat 3 h in future',
    base: 'dynamic',
    sql: "UPDATE jetmon_process_health SET updated_at=UTC_TIMESTAMP()+INTERVAL 3 HOUR WHERE host_id='jetmon-a'",
    decision: 'hold',
    culprit: 'jetmon-a',
  },
  {
    name: 'no site checked for 3 days',
    base: 'dynamic',
    sql: 'UPDATE jetpack_monitor_sites SET last_checked_at=UTC_TIMESTAMP()-INTERVAL 3 DAY',
    decision: 'stop',
    culprit: 'jetmon-a',
  },
  {
    name: 'no site ever checked',
    base: 'dynamic',
    sql: 'UPDATE jetpack_monitor_sites SET last_checked_at=NULL',
    decision: 'stop',
    culprit: 'jetmon-a',
  },
  {
    name: 'no active sites',
    base: 'dynamic',
    sql: 'UPDATE jetpack_monitor_sites SET monitor_active=0',
    decision: 'advance',
    culprit: '',
    unknown: ['checks', 'drift'],
  },
  {
    name: 'half of the active sites in buckets >= 1000, all wrong status',
    base: 'dynamic',
    sql: 'UPDATE jetpack_monitor_sites SET bucket_no=bucket_no+1000, site_status=2 WHERE blog_id>1000',
    decision: 'hold',
    culprit: '1,000 active sites',
  },
  {
    name: 'monitors: wpcom circuit open, health green',
    base: 'dynamic',
    sql: 'UPDATE jetmon_process_health SET wpcom_circuit_open=1, wpcom_queue_depth=99999, updated_at=updated_at',
    decision: 'hold',
    culprit: 'WordPress.com',
  },
  {
    name: 'every dependency red, health green',
    base: 'dynamic',
    sql: `UPDATE jetmon_process_health SET updated_at=updated_at,
      dependency_health='[{"name":"mysql","status":"red","last_error":"gone"}]'`,
    decision: 'hold',
    culprit: 'mysql',
  },
  {
    name: 'dependency_health null everywhere',
    base: 'dynamic',
    sql: 'UPDATE jetmon_process_health SET dependency_health=NULL, updated_at=updated_at',
    decision: 'advance',
    culprit: '',
    unknown: ['dependencies'],
  },
  {
    name: 'deliverer row gone, monitors name it as owner',
    base: 'dynamic',
    sql: "DELETE FROM jetmon_process_health WHERE process_type='deliverer'",
    decision: 'hold',
    culprit: 'jetmon-deliverer-1',
  },
  {
    name: 'workers enabled on jetmon-a only, owner says jetmon-deliverer-1 (gone)',
    base: 'dynamic',
    sql: `DELETE FROM jetmon_process_health WHERE process_type='deliverer';
      UPDATE jetmon_process_health SET delivery_workers_enabled=1, updated_at=updated_at WHERE host_id='jetmon-a'`,
    decision: 'hold',
    culprit: 'jetmon-deliverer-1',
  },
  {
    name: 'workers enabled on every host, all name one owner',
    base: 'dynamic',
    sql: 'UPDATE jetmon_process_health SET delivery_workers_enabled=1, updated_at=updated_at',
    decision: 'hold',
    culprit: 'jetmon-a',
  },
  {
    name: 'enabled deliverer says owner d1; monitors (not enabled) say owner d2',
    base: 'dynamic',
    sql: `UPDATE jetmon_process_health SET delivery_owner_host='jetmon-deliverer-2', updated_at=updated_at
      WHERE process_type='monitor'`,
    decision: 'hold',
    culprit: 'jetmon-deliverer-2',
  },
  {
    name: '5000 pending for 2 days, next_attempt in 2037',
    base: 'dynamic',
    sql: pendingUntil("'2037-01-01'"),
    decision: 'hold',
    culprit: 'webhook deliver',
  },
  {
    name: '5000 pending for 2 days, leased 60 s ahead (deliverer claims and hangs)',
    base: 'dynamic',
    sql: pendingUntil('UTC_TIMESTAMP() + INTERVAL 45 SECOND'),
    decision: 'hold',
    culprit: 'webhook deliver',
  },
  {
    name: 'rows in jetmon_hosts while pinned',
    base: 'pinned',
    sql: "INSERT INTO jetmon_hosts VALUES ('x',0,499,UTC_TIMESTAMP(),'active'),('y',500,999,UTC_TIMESTAMP(),'active')",
    decision: 'hold',
    culprit: 'owner row',
  },
  {
    name: 'pinned ranges swapped',
    base: 'pinned',
    sql: `UPDATE jetmon_process_health SET bucket_min=bucket_max, bucket_max=0, updated_at=updated_at
      WHERE process_type='monitor'`,
    decision: 'hold',
    culprit: 'jetmon-a is pinned to 333-0',
  },
  {
    name: 'pinned range NULL',
    base: 'pinned',
    sql: pinnedToRange('NULL', 'NULL'),
    decision: 'hold',
    culprit: 'jetmon-c',
  },
  {
    name: 'pinned range 5000-6000',
    base: 'pinned',
    sql: pinnedToRange('5000', '6000'),
    decision: 'hold',
    culprit: 'jetmon-c is pinned to 5000-6000',
  },
  {
    name: 'pinned range 900-65535',
    base: 'pinned',
    sql: pinnedToRange('900', '65535'),
    decision: 'hold',
    culprit: 'jetmon-c is pinned to 900-65535',
  },
  {
    name: 'BUCKET_TOTAL=500 for a fleet of 1000',
    base: 'pinned',
    sql: 'DO 0',
    env: { BUCKET_TOTAL: '500' },
    decision: 'hold',
    culprit: 'BUCKET_TOTAL 500',
  },
  {
    name: 'a pinned monitor silent',
    base: 'pinned',
    sql: "UPDATE jetmon_process_health SET updated_at=UTC_TIMESTAMP()-INTERVAL 15 MINUTE WHERE host_id='jetmon-b'",
    decision: 'stop',
    culprit: 'jetmon-b is silent',
  },
  {
    name: 'a pinned monitor silent; its row gone',
    base: 'pinned',
    wasSeen: true,
    sql: "DELETE FROM jetmon_process_health WHERE host_id='jetmon-b'",
    decision: 'hold',
    culprit: 'jetmon-b',
  },
];
