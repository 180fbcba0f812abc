import { apiHalfWay } from '../scenarios/api/api-half-way.ts';
import { apiJobFailed } from '../scenarios/api/api-job-failed.ts';
import { apiLockSilent } from '../scenarios/api/api-lock-silent.ts';
import { apiStandby } from '../scenarios/api/api-standby.ts';
import { apiFleet, rolloutJob, rolloutSession, runOf } from '../scenarios/builders/api-rollout.ts';
import { HOSTS, rangeOf } from '../scenarios/builders/rollout-fleet.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { type Chapter, chapter } from './chapter.ts';

const begun: Scenario = {
  name: 'api-begun',
  description: 'the first range is about to be activated: its rollout session is open',
  build: () =>
    apiFleet({
      sessions: [rolloutSession('jetmon-a', rangeOf('jetmon-a'), { created_age: 300, updated_age: 300 })],
      jobs: [
        rolloutJob(runOf('jetmon-a'), 'preflight', 240),
        rolloutJob(runOf('jetmon-a'), 'smoke', 180),
        rolloutJob(runOf('jetmon-a'), 'seed', 120),
      ],
    }),
  deliveries: 'none',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: [],
  },
};

function activated(count: number): Scenario {
  const active = HOSTS.slice(0, count);
  return {
    name: `api-${count}-active`,
    description: `${count} of six ranges are active`,
    build: () => apiFleet({ active }),
    deliveries: 'none',
    expected: apiHalfWay.expected,
  };
}

/** A rollout through Jetmon's API, from standby to the last range, with what goes wrong on the way, in two minutes. */
export const API_CHAPTERS: readonly Chapter[] = [
  chapter(14, apiStandby, 'Six monitors stand by beside v1. They own nothing, and that is as planned.'),
  chapter(14, begun, 'The first rollout is open for jetmon-a: checked and seeded, not yet activated. Hold.'),
  chapter(12, activated(1), 'v1 has stopped on that range, and it is active on jetmon-a.'),
  chapter(14, apiHalfWay, 'Range by range: v2 holds half of the buckets, the rest remains with v1.'),
  chapter(18, apiLockSilent, 'jetmon-b falls silent. Its lock stands, so nobody watches its range: red.'),
  chapter(10, apiHalfWay, 'jetmon-b is restarted and takes up its lock.'),
  chapter(
    16,
    apiJobFailed,
    'The activation of the fourth range is refused. Nothing more before its reason is known.',
  ),
  chapter(10, activated(4), 'Its reason is mended, and the fourth range is active.'),
  chapter(14, activated(6), 'All six ranges are active: v1 has nothing left.'),
];
