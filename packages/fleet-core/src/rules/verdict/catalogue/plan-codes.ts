import { act, anywhere, checkService, look, readLog } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** Issues of the plan: where the fleet is unlike it, and when it cannot be read. */
export const PLAN_CODES = {
  plan_mismatch: {
    subject: 'host',
    tally: ['host unlike the plan', 'hosts unlike the plan'],
    crowd: 'hosts are unlike the plan',
    question: 'ownership',
    inSummary: false,
    neverMuted: true,
    severities: ['amber'],
    meaning:
      'Ownership, a range, or who takes part is otherwise than was planned for this stage. Either the rollout is elsewhere than believed, or the plan is old.',
    likelyCauses: [
      'a step was taken and the plan was not changed',
      'a host was started with another configuration',
      'a host was retired in the plan before it was stopped',
    ],
    steps: (_about, sql) => [
      look('See what the monitors report', sql.monitor_ranges),
      anywhere('Let Jetmon report where the rollout stands', './jetmon2 rollout state-report'),
      act(
        'If the plan is what is old, change the file in FLEET_PLAN_FILE, or FLEET_EXPECTED_OWNERSHIP of this dashboard.',
      ),
    ],
  },
  plan_member_missing: {
    subject: 'host',
    tally: ['planned and missing', 'planned and missing'],
    crowd: 'planned hosts are missing',
    question: 'heartbeats',
    inSummary: false,
    neverMuted: true,
    severities: ['red'],
    meaning:
      'The plan says that a monitor or a deliverer runs on a host, and none there is active. What it was to do may be left undone.',
    likelyCauses: [
      'it was stopped or has not been started yet',
      'its host is down',
      'it was moved and the plan was not changed',
    ],
    steps: (about) => [
      checkService(about),
      readLog(about, 'why did it stop?'),
      act('If it is to be there no longer, take it out of the plan file (FLEET_PLAN_FILE).'),
    ],
  },
  plan_unreadable: {
    subject: 'fleet',
    question: 'ownership',
    inSummary: false,
    neverMuted: true,
    severities: ['amber'],
    meaning:
      'The plan file is faulty or gone, so what it says now is not known. The last plan that could be read goes on to count; after a restart there is none.',
    likelyCauses: ['it was changed by hand and mistyped', 'it was moved, or may no longer be read'],
    steps: () => [
      act('Mend the file in FLEET_PLAN_FILE: the log of this dashboard names the fault and the whole path.'),
      act('It is read anew within seconds, and at once on SIGHUP.'),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
