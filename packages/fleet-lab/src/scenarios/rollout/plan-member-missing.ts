import { HOSTS, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const PLANNED = [...HOSTS, 'jetmon-g'];

/** The fleet is well, and one fewer than was planned. */
export const planMemberMissing: Scenario = {
  name: 'plan-member-missing',
  description:
    'six monitors share all buckets, and the plan has a seventh, jetmon-g, that nobody has started',
  build: () =>
    rolloutFleet({ plan_file: JSON.stringify({ monitors: PLANNED.map((host_id) => ({ host_id })) }) }),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'stop',
    addedCodes: ['plan_member_missing'],
  },
};
