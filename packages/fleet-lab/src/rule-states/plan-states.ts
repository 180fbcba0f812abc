import type { RuleState, RuleVerdict } from './rule-state.ts';
import { pinnedFleet, smallFleet } from './small-fleet.ts';

const MISMATCH: RuleVerdict = {
  decision: 'hold',
  added: [['plan_mismatch', 'amber', '']],
  checklist: { ownership: 'amber' },
};

/** Ownership as it was planned, and as it is. */
export const PLAN_STATES: readonly RuleState[] = [
  {
    name: 'a dynamic fleet that was to be dynamic is as planned, and well',
    ...smallFleet({ expected_ownership: 'dynamic' }),
    expect: { decision: 'advance', added: [], checklist: {} },
  },
  {
    name: 'a dynamic fleet that was to be pinned contradicts its plan',
    ...smallFleet({ expected_ownership: 'pinned' }),
    expect: MISMATCH,
  },
  {
    name: 'a pinned fleet that was to be dynamic contradicts its plan',
    ...pinnedFleet({ expected_ownership: 'dynamic' }),
    expect: MISMATCH,
  },
  {
    name: 'a fleet with one pinned monitor that was to be dynamic contradicts its plan',
    ...smallFleet({
      pinned: ['jetmon-c'],
      owners: smallFleet().rows.jetmon_hosts.slice(0, 2),
      expected_ownership: 'dynamic',
    }),
    expect: MISMATCH,
  },
  {
    name: 'a fleet with one dynamic monitor that was to be pinned is on its way, and not as planned',
    ...smallFleet({
      pinned: ['jetmon-b', 'jetmon-c'],
      owners: smallFleet().rows.jetmon_hosts.slice(0, 1),
      expected_ownership: 'pinned',
    }),
    expect: { decision: 'hold', added: [], checklist: { ownership: 'amber' } },
  },
];
