import { describe, expect, it } from 'vitest';
import type { DecisionCode } from '../contract/decision.ts';
import { buildSnapshot } from '../snapshot.ts';
import {
  after,
  type Change,
  changeSites,
  deleteOwners,
  deleteProcesses,
  isMonitor,
  on,
  setChecks,
  setDrift,
  setOwners,
  setProcesses,
  setWebhooks,
} from '../testing/change-readings.ts';
import { makeContext } from '../testing/make/make-context.ts';
import { failedReading } from '../testing/make/make-reading.ts';
import { msAgo, NOW_MS } from '../testing/make/now.ts';
import { dynamicFleet } from '../testing/states/base-fleets.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ahead = (ms: number) => NOW_MS + ms;

/** A state by its operator's name, what was done to the base fleet, and the decision that it must get. */
type State = readonly [name: string, changes: readonly Change[], code: DecisionCode, headline: string];

const DYNAMIC: readonly State[] = [
  [
    'all monitors stopped, green and fresh, and their rows in jetmon_hosts fresh',
    [setProcesses({ state: 'stopped' }, isMonitor)],
    'stop',
    'Do not advance: no monitor is active',
  ],
  [
    'the process row of monitor b gone, its row in jetmon_hosts fresh',
    [deleteProcesses(on('jetmon-b'))],
    'stop',
    'Do not advance: jetmon-b owns 334-666 and has no process that reports',
  ],
  [
    'only one monitor row left, and three owners fresh',
    [deleteProcesses(on('jetmon-b')), deleteProcesses(on('jetmon-c'))],
    'stop',
    'Do not advance: jetmon-b owns 334-666 and has no process that reports (and 1 more)',
  ],
  [
    'owners that are hosts nobody knows',
    [setOwners(({ host_id }) => ({ host_id: `ghost-${host_id}` }))],
    'stop',
    'Do not advance: ghost-jetmon-a owns 0-333 and has no process that reports (and 2 more)',
  ],
  [
    'a monitor that claims another range than its row: a says 0-999',
    [setProcesses({ bucket_min: 0, bucket_max: 999 }, on('jetmon-a'))],
    'hold',
    'Hold: jetmon-a reports buckets 0-999 and its owner row says buckets 0-333',
  ],
  [
    'all heartbeats 590 s old: everything dead for 9m50s',
    [
      setProcesses({ updated_at_ms: msAgo(590 * SECOND) }),
      setOwners({ last_heartbeat_ms: msAgo(590 * SECOND) }),
    ],
    'hold',
    'Hold: all heartbeats are late',
  ],
  [
    'all heartbeats 2 h old',
    [setProcesses({ updated_at_ms: msAgo(2 * HOUR) }), setOwners({ last_heartbeat_ms: msAgo(2 * HOUR) })],
    'stop',
    'Do not advance: 4 hosts are silent',
  ],
  [
    'owner heartbeats 10 h ahead',
    [setOwners({ last_heartbeat_ms: ahead(10 * HOUR) })],
    'hold',
    "Hold: the owner rows of jetmon-a, jetmon-b and jetmon-c lie ahead of the database's clock",
  ],
  [
    'a process heartbeat 3 h ahead',
    [setProcesses({ updated_at_ms: ahead(3 * HOUR) }, on('jetmon-a'))],
    'hold',
    "Hold: the heartbeat of jetmon-a:monitor lies 3h ahead of the database's clock",
  ],
  [
    'no site checked for 3 days',
    [setChecks({ newest_check_ms: msAgo(3 * DAY) })],
    'stop',
    'Do not advance: jetmon-a checks none of its sites (and 2 more)',
  ],
  [
    'no site ever checked',
    [setChecks({ newest_check_ms: null })],
    'stop',
    'Do not advance: jetmon-a checks none of its sites (and 2 more)',
  ],
  [
    'half of the active sites in buckets from 1000 on, all of wrong status, where drift does not count them',
    [changeSites((sites) => ({ ...sites, sites_outside: 1000 }))],
    'hold',
    'Hold: 1,000 active sites are beyond BUCKET_TOTAL',
  ],
  [
    'monitors with an open WordPress.com circuit and green',
    [setProcesses({ wpcom_circuit_open: true, wpcom_queue_depth: 99_999 }, isMonitor)],
    'hold',
    'Hold: 3 monitors have an open circuit to WordPress.com',
  ],
  [
    'every dependency red and every process green',
    [setProcesses({ dependency_health: [{ name: 'mysql', status: 'red', last_error: 'gone' }] })],
    'hold',
    'Hold: mysql is red on jetmon-a, jetmon-b, jetmon-c and jetmon-deliverer-1, which report green',
  ],
  [
    'the row of the deliverer gone, and monitors that name it as owner',
    [deleteProcesses(on('jetmon-deliverer-1'))],
    'hold',
    'Hold: jetmon-deliverer-1 is named as delivery owner and has no active workers',
  ],
  [
    'workers enabled on jetmon-a only, while the owner is jetmon-deliverer-1, which is gone',
    [
      deleteProcesses(on('jetmon-deliverer-1')),
      setProcesses({ delivery_workers_enabled: true }, on('jetmon-a')),
    ],
    'hold',
    'Hold: jetmon-deliverer-1 is named as delivery owner and has no active workers',
  ],
  [
    'workers enabled on every host, and all name one owner',
    [setProcesses({ delivery_workers_enabled: true })],
    'hold',
    'Hold: workers are enabled on jetmon-a, jetmon-b and jetmon-c, which name another owner',
  ],
  [
    'the enabled deliverer names itself, and monitors that are not enabled name another',
    [setProcesses({ delivery_owner_host: 'jetmon-deliverer-2' }, isMonitor)],
    'hold',
    'Hold: jetmon-deliverer-2 is named as delivery owner and has no active workers',
  ],
  [
    '5,000 deliveries pending for 2 days, with the next attempt in 2037',
    [
      setWebhooks({
        future_retry: 5000,
        oldest_pending_ms: msAgo(2 * DAY),
        latest_next_attempt_ms: Date.UTC(2037, 0, 1),
      }),
    ],
    'hold',
    'Hold: webhook deliveries are overdue',
  ],
  [
    '5,000 deliveries pending for 2 days, leased 45 s ahead by a deliverer that claims and hangs',
    [
      setWebhooks({
        future_retry: 5000,
        delivered_since: 0,
        oldest_pending_ms: msAgo(2 * DAY),
        latest_next_attempt_ms: ahead(45 * SECOND),
      }),
    ],
    'hold',
    'Hold: webhook deliveries are overdue',
  ],
  [
    'deliveries due, and no worker anywhere to drain them',
    [
      deleteProcesses(on('jetmon-deliverer-1')),
      setProcesses({ delivery_owner_host: '' }),
      setWebhooks({ due_now: 12, oldest_pending_ms: msAgo(MINUTE), oldest_due_ms: msAgo(MINUTE) }),
    ],
    'hold',
    'Hold: nothing will drain 12 deliveries',
  ],
  [
    'a row of jetmon_hosts deleted while its monitor runs',
    [deleteOwners(on('jetmon-b'))],
    'stop',
    'Do not advance: the owner row of jetmon-b is missing',
  ],
  [
    'jetmon_hosts that cannot be read',
    [(fleet) => ({ ...fleet, bucket_owners: failedReading() })],
    'stop',
    'Do not advance: bucket ownership could not be read',
  ],
  [
    'a site that differs from its events',
    [setDrift(1)],
    'stop',
    'Do not advance: 1 site differs from its open http events',
  ],
  [
    'one dead host, its owner row stale as well: one blocker',
    [
      setProcesses({ updated_at_ms: msAgo(14 * MINUTE) }, on('jetmon-b')),
      setOwners({ last_heartbeat_ms: msAgo(14 * MINUTE) }, on('jetmon-b')),
    ],
    'stop',
    'Do not advance: jetmon-b is silent',
  ],
];

const dynamicContext = makeContext();
describe('of a dynamic fleet', () => {
  it.each(DYNAMIC)('%s', (_, changes, code, headline) => {
    const { decision } = buildSnapshot(after(dynamicFleet(), ...changes), dynamicContext);
    expect(decision).toMatchObject({ code, headline });
  });
});
