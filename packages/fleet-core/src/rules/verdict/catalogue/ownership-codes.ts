import { act, anywhere, look, onHost, SERVICE_LOG, SERVICE_STATUS } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** Issues of who owns the buckets. */
export const OWNERSHIP_CODES = {
  bucket_coverage: {
    question: 'ownership',
    inSummary: true,
    nextActions: { red: 'fix_bucket_coverage', amber: 'confirm_bucket_ownership' },
    canBePlanned: true,
    meaning:
      'Not every bucket is owned once by a healthy owner, or ownership is not dynamic. A gap is not watched; an overlap is watched twice.',
    likelyCauses: [
      'a host left without giving up its range',
      'a rollout step is under way',
      'ranges were set by hand',
    ],
    steps: (_about, sql) => [
      look('See who owns what', sql.bucket_owners),
      look('See what the monitors report', sql.monitor_ranges),
      anywhere('Let Jetmon check the ranges itself', './jetmon2 rollout state-report'),
    ],
  },
  pinned_overlap: {
    question: 'ownership',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning:
      'Two active monitors are pinned to the same buckets. Their sites are checked twice, and alerts may go out twice.',
    likelyCauses: ['a range was moved and its old holder was not restarted', 'a range was mistyped'],
    steps: (about, sql) => [
      look('See what the monitors report', sql.monitor_ranges),
      onHost(about, 'check its pinned range', './jetmon2 rollout pinned-check'),
    ],
  },
  bucket_owner_row_unreadable: {
    question: 'ownership',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning:
      'A row of bucket ownership holds something that cannot be read. Which buckets that host owns is not known.',
    likelyCauses: ['the row was written by hand', 'its version is newer than this dashboard'],
    steps: (_about, sql) => [look('See the rows as they are', sql.bucket_owners)],
  },
  owner_without_monitor: {
    question: 'ownership',
    inSummary: false,
    severities: ['red'],
    meaning:
      'A host owns buckets and no active monitor runs there. Every living monitor refreshes all owner rows, so its fresh row proves nothing: its buckets are not watched.',
    likelyCauses: [
      'the monitor there died, or was stopped without releasing its range',
      'its row of process health was deleted',
    ],
    steps: (about, sql) => [
      onHost(about, 'is the monitor running?', SERVICE_STATUS),
      onHost(about, 'start it again, or release its range', 'systemctl start jetmon2'),
      look('See who owns what', sql.bucket_owners),
    ],
  },
  pinned_owner_rows: {
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A row of dynamic ownership claims buckets that an active monitor is pinned to. After the change to dynamic ownership both would watch them.',
    likelyCauses: ['a dynamic monitor ran here before', 'the change to dynamic ownership was begun and left'],
    steps: (about, sql) => [
      look('See which rows claim pinned buckets', sql.bucket_owners),
      onHost(about, 'does a monitor with dynamic ownership run there?', SERVICE_STATUS),
    ],
  },
  pinned_range_invalid: {
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A pinned monitor reports no range, one upside down, or one beyond BUCKET_TOTAL. Which sites it checks is not known.',
    likelyCauses: ['its configuration is wrong', "this dashboard's BUCKET_TOTAL is not the fleet's"],
    steps: (about, sql) => [
      look('See what the monitors report', sql.monitor_ranges),
      onHost(about, 'check its pinned range', './jetmon2 rollout pinned-check'),
      act("Compare BUCKET_TOTAL of this dashboard with the fleet's."),
    ],
  },
  range_mismatch: {
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A monitor with dynamic ownership reports another range than its owner row, or has no row. Some buckets may be watched twice, or by nobody.',
    likelyCauses: ['its row was changed by hand', 'it missed the last change of ranges'],
    steps: (about, sql) => [
      look('Compare owner rows and reports', sql.monitor_ranges),
      onHost(about, 'let it take its range anew', './jetmon2 reload'),
    ],
  },
  owner_heartbeat_in_future: {
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      "The heartbeat of an owner row lies more than a minute ahead of the database's clock. It will look fresh until that time has passed, whatever becomes of its host.",
    likelyCauses: ["a host's clock is or was wrong"],
    steps: (about, sql) => [
      onHost(about, 'is its clock synchronised?', 'timedatectl status'),
      look('See the heartbeats of all owners', sql.bucket_owners),
    ],
  },
  plan_mismatch: {
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'Ownership is of another kind than was planned for this stage. Either the rollout is elsewhere than believed, or the plan is old.',
    likelyCauses: [
      'a step was taken and the plan was not changed',
      'a host was started with another configuration',
    ],
    steps: (about, sql) => [
      look('See what the monitors report', sql.monitor_ranges),
      onHost(about, 'how was it configured?', SERVICE_LOG),
      act('Change FLEET_EXPECTED_OWNERSHIP of this dashboard when the plan is what is old.'),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
