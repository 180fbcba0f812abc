import { act, look, onHost, SERVICE_LOG, SERVICE_STATUS, type StepsFor } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

const readItsLog: StepsFor = (about, sql) => [
  onHost(about, 'read what it complains of', SERVICE_LOG),
  look('See what each process says of its dependencies', sql.process_errors),
];

/** Issues that the rows of process health tell of themselves. */
export const PROCESS_CODES = {
  no_process_snapshots: {
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'start_monitor_heartbeats' },
    meaning:
      'The table of process health is empty. Nothing is known of the fleet, so nothing can be called safe.',
    likelyCauses: [
      'Jetmon 2 was never started on this database',
      'the dashboard reads another database than Jetmon writes',
    ],
    steps: (about) => [
      onHost(about, 'is Jetmon running, and with this database?', SERVICE_STATUS),
      act("Compare the dashboard's DB_NAME and FLEET_TABLE_PREFIX with Jetmon's configuration."),
    ],
  },
  process_stale: {
    question: 'heartbeats',
    inSummary: true,
    nextActions: { red: 'investigate_stale_processes' },
    meaning:
      'A process has sent no heartbeat for longer than the grace. Whatever it said last proves nothing, and what it held is not watched.',
    likelyCauses: [
      'the process or its host is down',
      'the host cannot reach the database',
      'it was retired and its row was left',
    ],
    steps: (about, sql) => [
      onHost(about, 'is it running?', SERVICE_STATUS),
      onHost(about, 'what did it say last?', SERVICE_LOG),
      look('See who is silent, and since when', sql.stale_processes),
    ],
  },
  process_red: {
    question: 'heartbeats',
    inSummary: true,
    nextActions: { red: 'resolve_red_processes' },
    meaning: 'A process is alive and reports that it cannot do its work. What it holds may not be watched.',
    likelyCauses: ['a dependency that it needs is down', 'its configuration is wrong'],
    steps: readItsLog,
  },
  process_amber: {
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'clear_amber_processes' },
    meaning:
      'A process is alive and reports trouble that does not stop it. It may get worse during a rollout step.',
    likelyCauses: ['a dependency is slow or failing now and then', 'it is starting, stopping or draining'],
    steps: readItsLog,
  },
  process_unknown_health: {
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'clear_amber_processes' },
    meaning: 'A process reports a health that is none of green, amber and red. It may be well or not.',
    likelyCauses: ['its version is newer than this dashboard', 'its row was written by hand'],
    steps: readItsLog,
  },
  no_monitor_processes: {
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'start_monitor_heartbeats' },
    meaning: 'No process of type monitor has a row. Nobody in this database checks sites.',
    likelyCauses: ['no monitor was started yet', 'the rows of the monitors were deleted'],
    steps: (about) => [onHost(about, 'is a monitor running?', SERVICE_STATUS)],
  },
  dependency_health_unreadable: {
    question: 'dependencies',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning:
      'A process reports its dependencies in a form that is no list of entries. What it depends on may be failing unseen.',
    likelyCauses: ['its version is newer than this dashboard', 'its row was written by hand'],
    steps: readItsLog,
  },
  heartbeat_in_future: {
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning:
      "A heartbeat lies more than a minute ahead of the database's clock. Whether the process is silent cannot be told by it.",
    likelyCauses: ["the host's clock is wrong", "the database's clock is wrong"],
    steps: (about, sql) => [
      onHost(about, 'is its clock synchronised?', 'timedatectl status'),
      look("Compare with the database's clock", sql.clocks),
    ],
  },
  process_row_unreadable: {
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning: 'A row of process health holds something that cannot be read. Nothing is known of that process.',
    likelyCauses: ['its version is newer than this dashboard', 'its row was written by hand'],
    steps: readItsLog,
  },
  no_active_monitors: {
    question: 'heartbeats',
    inSummary: false,
    severities: ['red'],
    meaning: 'Monitors are listed and every one is stopped, stopping or silent. No site is checked.',
    likelyCauses: ['all monitors were stopped for maintenance', 'a deployment ended them and started none'],
    steps: (about) => [
      onHost(about, 'is it meant to be stopped?', SERVICE_STATUS),
      onHost(about, 'start it again', 'systemctl start jetmon2'),
    ],
  },
  heartbeat_late: {
    question: 'heartbeats',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A heartbeat, which comes about every ten seconds, is overdue, and not yet for so long as to be called silent. When all are late, writes to the database or a replica lag behind.',
    likelyCauses: [
      'the process hangs or has just died',
      'its host cannot reach the database',
      'the dashboard reads a replica that lags',
    ],
    steps: (about, sql) => [
      onHost(about, 'is it running?', SERVICE_STATUS),
      look("Compare the newest heartbeats with the database's clock", sql.clocks),
    ],
  },
  heartbeat_frozen: {
    question: 'heartbeats',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A heartbeat has not moved while it was watched, though its time is not old. A clock that was ahead may hide a dead process.',
    likelyCauses: ["the process died while its host's clock was ahead"],
    steps: (about, sql) => [
      onHost(about, 'is it running?', SERVICE_STATUS),
      onHost(about, 'is its clock synchronised?', 'timedatectl status'),
      look("Compare with the database's clock", sql.clocks),
    ],
  },
  process_vanished: {
    question: 'heartbeats',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A process was seen within a day, was not stopped in good order, and its row is gone. Jetmon itself never deletes one.',
    likelyCauses: ['its row was deleted by hand', 'the database was restored from an older copy'],
    steps: (about) => [
      onHost(about, 'is it running?', SERVICE_STATUS),
      act('When it was retired on purpose, nothing is left to do: it is missed for a day.'),
    ],
  },
  dependency_red: {
    question: 'dependencies',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A process calls itself green and reports a dependency as red. The trouble is there, though nobody counts it.',
    likelyCauses: [
      'the dependency is down and not needed at this moment',
      'the process rates its health wrongly',
    ],
    steps: readItsLog,
  },
  wpcom_circuit_open: {
    question: 'dependencies',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A monitor has stopped asking WordPress.com for a while, since its requests failed. What it would have asked waits in its queue.',
    likelyCauses: ['WordPress.com or the way to it is down', 'its credentials were refused'],
    steps: readItsLog,
  },
} satisfies Record<string, CatalogueEntry>;
