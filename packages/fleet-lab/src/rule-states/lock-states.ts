import {
  type ApiParts,
  apiFleet,
  bucketLocks,
  rangeLock,
  rolloutJob,
  rolloutSession,
  runOf,
} from '../scenarios/builders/api-rollout.ts';
import { bucketOwner } from '../scenarios/builders/bucket-owner.ts';
import { rangeOf } from '../scenarios/builders/rollout-fleet.ts';
import type { FleetState, FleetStateRows, ProcessHealthRow } from '../state/fleet-state.ts';
import type { BucketLockRows, RangeLockRow, RolloutJobRow, RolloutSessionRow } from '../state/later-rows.ts';
import type { RuleState, RuleVerdict } from './rule-state.ts';

const AS_PLANNED: RuleVerdict = {
  decision: 'advance_as_planned',
  added: [],
  checklist: { ownership: 'amber' },
};

function stops(code: 'lock_owner_silent' | 'lock_bucket_mismatch', subject = 'jetmon-b'): RuleVerdict {
  return { decision: 'stop', added: [[code, 'red', subject]], checklist: { ownership: 'red' } };
}

function holds(
  code: 'lock_range_mismatch' | 'owner_rows_beside_locks' | 'job_failed' | 'session_stalled',
  subject: string,
): RuleVerdict {
  return { decision: 'hold', added: [[code, 'amber', subject]], checklist: { ownership: 'amber' } };
}

const HELD = ['jetmon-a', 'jetmon-b'] as const;

/** jetmon-a and jetmon-b hold their ranges, the others stand by. */
function held(parts: Omit<ApiParts, 'active'> = {}): FleetState {
  return apiFleet({ active: HELD, ...parts });
}

function withB(changes: Partial<ProcessHealthRow>, lock: Partial<RangeLockRow> = {}): FleetState {
  return held({ monitors: { 'jetmon-b': changes }, rows: locksWith(lock) });
}

/** The locks of both, that of jetmon-b with changes, and its bucket locks with others. */
function locksWith(
  lock: Partial<RangeLockRow>,
  buckets: Partial<BucketLockRows> = {},
): Partial<FleetStateRows> {
  const locks = HELD.map((host) => rangeLock(host, rangeOf(host), host === 'jetmon-b' ? lock : {}));
  return {
    jetpack_monitor_rollout_range_locks: locks,
    jetpack_monitor_rollout_bucket_locks: locks.map((each) =>
      bucketLocks(each, each.owner_host === 'jetmon-b' ? buckets : {}),
    ),
  };
}

const STANDBY = {
  bucket_min: null,
  bucket_max: null,
  bucket_ownership: 'rollout_mode=api-controlled standby',
};

const RUN = runOf('jetmon-c');

/** jetmon-c was to get its range, and did: a session that Jetmon has left open. */
function session(jobs: readonly RolloutJobRow[], changes: Partial<RolloutSessionRow> = {}): FleetState {
  const fresh = { created_age: 600, updated_age: 600 };
  return held({
    sessions: [rolloutSession('jetmon-c', rangeOf('jetmon-c'), { ...fresh, ...changes })],
    jobs,
  });
}

const FAILED = { status: 'failed', progress: 10, error_message: 'deadlock found' };
/** A session under way leaves a gap of its own. */
const UNDER_WAY: RuleVerdict = { decision: 'hold', added: [], checklist: { ownership: 'amber' } };

/** Locks of Jetmon's API, what monitors make of them, and rollouts that fail or are left. */
export const LOCK_STATES: readonly RuleState[] = [
  {
    name: 'monitors in standby under the API are as planned',
    ...apiFleet(),
    expect: { ...AS_PLANNED, checklist: { ownership: 'amber', checks: 'unknown' } },
  },
  { name: 'two locked ranges, each reported by its owner, are as planned', ...held(), expect: AS_PLANNED },
  {
    name: 'a monitor that calls its locked range dynamic has that range all the same',
    ...withB({ bucket_ownership: 'dynamic jetmon_hosts' }),
    expect: AS_PLANNED,
  },
  {
    name: 'the owner of a lock whose last heartbeat lies at the grace is not silent',
    ...withB({ updated_at_age: 600 }),
    expect: {
      decision: 'hold',
      added: [['heartbeat_late', 'amber', 'jetmon-b:monitor']],
      checklist: { ownership: 'amber', heartbeats: 'amber' },
    },
  },
  {
    name: 'the owner of a lock whose last heartbeat lies a second beyond the grace is silent',
    ...withB({ updated_at_age: 601 }),
    expect: { ...stops('lock_owner_silent'), checklist: { ownership: 'red', heartbeats: 'red' } },
  },
  {
    name: 'the owner of a lock that has stopped watches nothing',
    ...withB({ state: 'stopped' }),
    expect: stops('lock_owner_silent'),
  },
  {
    name: 'a lock whose owner has never reported is watched by nobody',
    ...held({ rows: locksWith({ owner_host: 'jetmon-x' }), monitors: { 'jetmon-b': STANDBY } }),
    expect: stops('lock_owner_silent', 'jetmon-x'),
  },
  {
    name: "a lock that was released is nobody's",
    ...withB(STANDBY, { status: 'released', released_age: 60 }),
    expect: stops('lock_bucket_mismatch'),
  },
  {
    name: 'a monitor that stands by for ten seconds after its range was activated has still to report it',
    ...withB(STANDBY, { activated_age: 10 }),
    expect: AS_PLANNED,
  },
  {
    name: 'a monitor that stands by for eleven seconds after its range was activated is at odds with its lock',
    ...withB(STANDBY, { activated_age: 11 }),
    expect: holds('lock_range_mismatch', 'jetmon-b:monitor'),
  },
  {
    name: 'a monitor that reports one bucket less than its lock is at odds with it',
    ...withB({ bucket_max: rangeOf('jetmon-b').max - 1 }),
    expect: holds('lock_range_mismatch', 'jetmon-b:monitor'),
  },
  {
    name: 'a monitor that still reports a range without any lock is at odds with that',
    ...apiFleet({
      active: HELD,
      monitors: {
        'jetmon-c': { bucket_min: 333, bucket_max: 499, bucket_ownership: 'rollout_mode=api-controlled' },
      },
    }),
    expect: holds('lock_range_mismatch', 'jetmon-c:monitor'),
  },
  {
    name: 'bucket locks for all but the last bucket of a range disagree with its lock',
    ...held({ rows: locksWith({}, { bucket_max: rangeOf('jetmon-b').max - 1 }) }),
    expect: stops('lock_bucket_mismatch'),
  },
  {
    name: 'bucket locks of another owner disagree with the lock of the range, and are no range of theirs',
    ...held({ rows: locksWith({}, { owner_host: 'jetmon-x' }) }),
    expect: {
      decision: 'stop',
      added: [
        ['lock_bucket_mismatch', 'red', 'jetmon-b'],
        ['lock_bucket_mismatch', 'red', 'jetmon-x'],
      ],
      checklist: { ownership: 'red' },
    },
  },
  {
    name: 'an owner row beside the locks claims what is not its to have',
    ...held({ rows: { jetmon_hosts: [bucketOwner('jetmon-f', { min: 900, max: 999 })] } }),
    expect: holds('owner_rows_beside_locks', 'jetmon-f'),
  },
  { name: 'a session that was begun holds until its range is active', ...session([]), expect: UNDER_WAY },
  {
    name: 'a session whose last job failed has failed',
    ...session([rolloutJob(RUN, 'seed', 300), rolloutJob(RUN, 'activate_buckets', 200, FAILED)]),
    expect: holds('job_failed', RUN),
  },
  {
    name: 'a session of which a job succeeded in the second of the failure, or later, goes on',
    ...session([rolloutJob(RUN, 'activate_buckets', 200, FAILED), rolloutJob(RUN, 'seed', 200)]),
    expect: UNDER_WAY,
  },
  {
    name: 'a failure a second after the last success stands',
    ...session([rolloutJob(RUN, 'activate_buckets', 199, FAILED), rolloutJob(RUN, 'seed', 200)]),
    expect: holds('job_failed', RUN),
  },
  {
    name: 'a failure in a session that was closed is past',
    ...session([rolloutJob(RUN, 'activate_buckets', 200, FAILED)], { status: 'closed' }),
    expect: AS_PLANNED,
  },
  {
    name: 'a job of no session that failed a day ago still counts',
    ...held({ jobs: [rolloutJob('', 'preflight', 86_400, FAILED)] }),
    expect: holds('job_failed', ''),
  },
  {
    name: 'a job of no session that failed over a day ago is forgotten',
    ...held({ jobs: [rolloutJob('', 'preflight', 86_401, FAILED)] }),
    expect: AS_PLANNED,
  },
  {
    name: 'a session whose last job was an hour ago has not stalled',
    ...session([rolloutJob(RUN, 'seed', 3_600)], { created_age: 4_000, updated_age: 4_000 }),
    expect: UNDER_WAY,
  },
  {
    name: 'a session whose last job was over an hour ago has stalled',
    ...session([rolloutJob(RUN, 'seed', 3_601)], { created_age: 4_000, updated_age: 4_000 }),
    expect: holds('session_stalled', RUN),
  },
  {
    name: 'a session without any job stalls as well',
    ...session([], { created_age: 3_601, updated_age: 3_601 }),
    expect: holds('session_stalled', RUN),
  },
  {
    name: 'a session whose range was released again is done with',
    ...session([rolloutJob(RUN, 'activate_buckets', 9_000), rolloutJob(RUN, 'release_buckets', 8_000)], {
      created_age: 9_900,
      updated_age: 9_900,
    }),
    expect: AS_PLANNED,
  },
  {
    name: 'a range that the plan gives to v2 and nobody has locked is a gap',
    ...held({
      plan_file: JSON.stringify({
        stage: 'api_controlled',
        monitors: [
          { host_id: 'jetmon-c', bucket_min: 333, bucket_max: 499 },
          ...['a', 'b', 'd', 'e', 'f'].map((name) => ({ host_id: `jetmon-${name}` })),
        ],
      }),
    }),
    expect: { decision: 'stop', added: [], checklist: { ownership: 'red' } },
  },
];
