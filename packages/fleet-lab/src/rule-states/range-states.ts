import { type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { smallFleet } from './small-fleet.ts';

const MISMATCH: RuleVerdict = {
  decision: 'hold',
  added: [['range_mismatch', 'amber', 'jetmon-a:monitor']],
  checklist: { ownership: 'amber' },
};
const REPORTS_ONE_LESS = smallFleet({ monitors: { 'jetmon-a': { bucket_max: 332 } } });
const IN_AGREEMENT = smallFleet().rows;

/** Ranges that dynamic monitors report, beside those of their owner rows. */
export const RANGE_STATES: readonly RuleState[] = [
  {
    name: 'a monitor that reports one bucket less than its owner row at the first look may have done so for ever',
    ...REPORTS_ONE_LESS,
    expect: MISMATCH,
  },
  {
    name: 'a monitor that begins to report another range has a round of heartbeats to agree',
    ...REPORTS_ONE_LESS,
    earlier: [{ secondsBefore: 5, rows: IN_AGREEMENT }],
    expect: WELL,
  },
  {
    name: 'a monitor that reports another range for 10 s of watching, one round, is given time',
    ...REPORTS_ONE_LESS,
    earlier: [
      { secondsBefore: 20, rows: IN_AGREEMENT },
      { secondsBefore: 10, rows: REPORTS_ONE_LESS.rows },
    ],
    expect: WELL,
  },
  {
    name: 'a monitor that reports another range for 11 s of watching disagrees with its owner row',
    ...REPORTS_ONE_LESS,
    earlier: [
      { secondsBefore: 20, rows: IN_AGREEMENT },
      { secondsBefore: 11, rows: REPORTS_ONE_LESS.rows },
    ],
    expect: MISMATCH,
  },
  {
    name: 'a monitor that reports no range says nothing about its owner row',
    ...smallFleet({ monitors: { 'jetmon-a': { bucket_min: null, bucket_max: null } } }),
    expect: WELL,
  },
  {
    name: 'a monitor without an owner row, where others have theirs, watches what nobody owns',
    ...smallFleet({ owners: smallFleet().rows.jetmon_hosts.slice(1) }),
    expect: { ...MISMATCH, decision: 'stop', checklist: { ownership: 'red' } },
  },
];
