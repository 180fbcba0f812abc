import type { Step } from '../../../contract/cause.ts';
import type { Closed } from '../../../contract/scalars.ts';
import {
  act,
  anywhere,
  checkService,
  look,
  lookWhere,
  onHost,
  onRange,
  readLog,
  type StepSubject,
  type StepsFor,
} from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** Who has locked what, and what Jetmon's API says of it. */
export const lockSteps: StepsFor = (_about, sql) => [
  ...lookWhere('See who has locked what', sql.range_locks),
  anywhere("Let Jetmon's API report where the rollout stands", './jetmon2 api rollout status'),
];

/** What to do when a host that holds a range is not to be had. */
export function releaseStep(about: StepSubject): Closed<Step> {
  const text =
    'If it cannot come back soon, give its range to v1 again: release it first, and only then start v1';
  return onRange(about, text, 'release-buckets');
}

/** The steps for somebody who may have to give the range back to v1. */
const restoreSteps: StepsFor = (about, sql) => [
  checkService(about, 'is the monitor running?'),
  readLog(about, 'why does it not report?'),
  onHost(about, 'start it, so that its buckets are watched again', `systemctl start ${about.service}`),
  ...lookWhere('See who has locked what', sql.range_locks),
  releaseStep(about),
];

/** Issues of ranges that are activated through Jetmon's API. */
export const LOCK_CODES = {
  lock_owner_silent: {
    subject: 'host',
    tally: ['lock without an active monitor', 'locks without an active monitor'],
    crowd: 'hosts hold a lock and have no active monitor',
    question: 'ownership',
    inSummary: false,
    severities: ['red'],
    meaning:
      'A host holds the lock of a range and no active monitor runs there, so nobody watches it. The lock stands until it is released, and keeps others from taking the range.',
    likelyCauses: [
      'the monitor there died, or was stopped before its range was released',
      'its host is down',
    ],
    steps: restoreSteps,
  },
  lock_bucket_mismatch: {
    subject: 'host',
    tally: ['lock at odds with its bucket locks', 'locks at odds with their bucket locks'],
    crowd: 'hosts have locks that disagree',
    question: 'ownership',
    inSummary: false,
    severities: ['red'],
    meaning:
      'The lock of a range and the locks of its buckets disagree, and the locks of buckets are what keeps two owners apart. Some buckets may be watched twice, others by nobody.',
    likelyCauses: ['part of a range was released', 'rows were changed or deleted by hand'],
    steps: (about, sql) => [
      ...lookWhere('Compare range locks and bucket locks', sql.bucket_locks),
      onRange(about, "Let Jetmon's API count the locks of the range", 'bucket-coverage'),
      onRange(about, 'Release the range, then activate it anew', 'release-buckets'),
    ],
  },
  lock_range_mismatch: {
    subject: 'process',
    tally: ['monitor at odds with its lock', 'monitors at odds with their locks'],
    crowd: 'monitors report another range than their locks',
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A monitor reports another range than the lock of its host, or stands by though it has one, or goes on without one. Some buckets may be watched twice, others by nobody.',
    likelyCauses: [
      'it has not taken up the last change of its lock',
      'it was started with another JETMON_HOSTNAME or ROLLOUT_MODE',
      'a range was released while it could not read the database',
    ],
    steps: (about, sql) => [
      ...lookWhere('Compare locks and reports', sql.range_locks),
      readLog(about, 'did it take up its lock?'),
      anywhere("Let Jetmon's API report where the rollout stands", './jetmon2 api rollout status'),
    ],
  },
  owner_rows_beside_locks: {
    subject: 'host',
    tally: ['owner row beside the locks', 'owner rows beside the locks'],
    crowd: 'owner rows stand beside the locks',
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      "Ownership is API-controlled, and yet a row of dynamic ownership claims buckets. A monitor that goes by it would watch what another has locked, or what is v1's.",
    likelyCauses: [
      'a monitor was started without ROLLOUT_MODE=api-controlled',
      'a dynamic monitor ran here before',
    ],
    steps: (about, sql) => [
      look('See which rows there are', sql.bucket_owners),
      checkService(about, 'does a monitor with dynamic ownership run there?'),
    ],
  },
  job_failed: {
    subject: 'session',
    tally: ['failed rollout job', 'failed rollout jobs'],
    crowd: 'rollout jobs have failed',
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      "An operation of a rollout through Jetmon's API was refused or went wrong, and none of its session has succeeded since. The rollout stands at the step before it.",
    likelyCauses: ['a check before the step did not hold', 'two operators work on the same range'],
    steps: (about, sql) => [
      ...lookWhere('See what the jobs said', sql.rollout_jobs),
      anywhere("Let Jetmon's API report where the rollout stands", './jetmon2 api rollout status'),
      onRange(about, 'When its reason is mended, begin with the checks again', 'preflight'),
    ],
  },
  session_stalled: {
    subject: 'session',
    tally: ['stalled rollout', 'stalled rollouts'],
    crowd: 'rollouts have stalled',
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A rollout session is open, its range is not activated, and nothing has been done for long. Whether v1 still runs on that range is not known here.',
    likelyCauses: ['it was interrupted, or taken up in another session', 'whoever ran it waits for somebody'],
    steps: (about, sql) => [
      ...lookWhere('See what was done last', sql.rollout_jobs),
      act('Ask its operator whether v1 still runs on the range.'),
      onRange(about, 'Go on with the range', 'final-reconcile'),
      onRange(about, 'Then activate it', 'activate-buckets'),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
