import { act, checkService, look, readLog, type StepsFor } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

const readItsLog: StepsFor = (about, sql) => [
  readLog(about, 'what does it complain of?'),
  look('See what each process says of its dependencies', sql.process_errors),
];

/** Issues that the rows of process health tell of themselves, and that there are none. */
export const PROCESS_CODES = {
  no_process_snapshots: {
    subject: 'fleet',
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'start_monitor_heartbeats' },
    meaning:
      'The table of process health is empty. Nothing is known of the fleet, so nothing can be called safe.',
    likelyCauses: [
      'Jetmon 2 was never started on this database',
      'the dashboard reads another database than the one Jetmon writes to',
    ],
    steps: (about) => [
      checkService(about, 'is Jetmon running, and with this database?'),
      act("Compare the dashboard's DB_NAME and FLEET_TABLE_PREFIX with Jetmon's configuration."),
    ],
  },
  process_stale: {
    subject: 'process',
    tally: ['silent', 'silent'],
    crowd: 'processes are silent',
    question: 'heartbeats',
    inSummary: true,
    nextActions: { red: 'investigate_stale_processes' },
    meaning:
      'A process has sent no heartbeat for longer than the grace. Whatever it said last proves nothing, and what it held is not watched.',
    likelyCauses: [
      'the process or its host is down',
      'the host cannot reach the database',
      'it was stopped for good and its row was left',
    ],
    steps: (about, sql) => [
      checkService(about),
      readLog(about),
      look('See who is silent, and since when', sql.stale_processes),
    ],
  },
  process_red: {
    subject: 'process',
    tally: ['red', 'red'],
    crowd: 'processes report red',
    question: 'heartbeats',
    inSummary: true,
    nextActions: { red: 'resolve_red_processes' },
    meaning: 'A process is alive and reports that it cannot do its work. What it holds may not be watched.',
    likelyCauses: ['a dependency that it needs is down', 'its configuration is wrong'],
    steps: readItsLog,
  },
  process_amber: {
    subject: 'process',
    tally: ['amber', 'amber'],
    crowd: 'processes report amber',
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'clear_amber_processes' },
    meaning:
      'A process is alive and reports trouble that does not stop it. It may get worse during a rollout step.',
    likelyCauses: ['a dependency is slow or fails now and then', 'it is starting, stopping or draining'],
    steps: readItsLog,
  },
  process_unknown_health: {
    subject: 'process',
    tally: ['of unknown health', 'of unknown health'],
    crowd: 'processes report an unknown health',
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'clear_amber_processes' },
    meaning:
      'A process reports a health that is none of green, amber and red. Whether it is well is not known.',
    likelyCauses: ['its version is newer than this dashboard', 'its row was written by hand'],
    steps: readItsLog,
  },
  process_row_unreadable: {
    subject: 'process',
    tally: ['unreadable', 'unreadable'],
    crowd: 'processes have rows that cannot be read',
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning: 'A row of process health holds something that cannot be read. Nothing is known of that process.',
    likelyCauses: ['its version is newer than this dashboard', 'its row was written by hand'],
    steps: readItsLog,
  },
  no_monitor_processes: {
    subject: 'fleet',
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'start_monitor_heartbeats' },
    meaning:
      'No process of type monitor has a row in process health. As far as this database tells, nobody checks sites.',
    likelyCauses: ['no monitor was started yet', 'the rows of the monitors were deleted'],
    steps: (about) => [checkService(about, 'is a monitor running?')],
  },
  no_active_monitors: {
    subject: 'fleet',
    question: 'heartbeats',
    inSummary: false,
    severities: ['red'],
    meaning: 'Monitors are listed and every one is stopped, stopping or silent. No site is checked by them.',
    likelyCauses: ['all monitors were stopped for maintenance', 'a deployment ended them and started none'],
    steps: (about) => [
      checkService(about, 'was it meant to stop?'),
      readLog(about, 'why did it stop?'),
      act('Start the monitors again, or give their buckets back to v1, before anything else.'),
    ],
  },
  other_tables_in_use: {
    subject: 'fleet',
    question: 'heartbeats',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'Tables of both names are there, and processes report in those as well that are not shown. What they do is not known here.',
    likelyCauses: [
      'the tables are being renamed, and some processes run the older version',
      'the dashboard was told to show the tables that are no longer in use (FLEET_TABLE_PREFIX)',
    ],
    steps: (about) => [
      checkService(about, 'do all run a version that writes to tables of the same name?'),
      act(
        'Finish the renaming before the next step, or set FLEET_TABLE_PREFIX to the tables that are to be shown.',
      ),
    ],
  },
  process_vanished: {
    subject: 'process',
    tally: ['vanished', 'vanished'],
    crowd: 'processes have vanished',
    question: 'heartbeats',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A process was seen within a day, was not stopped in good order, and its row is gone. Jetmon itself never deletes a row.',
    likelyCauses: ['its row was deleted by hand', 'the database was restored from an older copy'],
    steps: (about) => [
      checkService(about),
      act(
        'If it was retired for good, name it under "retired" in the plan file (FLEET_PLAN_FILE). Else it is missed for a day.',
      ),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
