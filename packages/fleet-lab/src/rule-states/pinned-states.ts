import type { BucketRange } from 'fleet-core/contract/bucket-coverage';
import { bucketOwner } from '../scenarios/builders/bucket-owner.ts';
import type { FleetState, ProcessHealthRow } from '../state/fleet-state.ts';
import type { RuleState, RuleVerdict } from './rule-state.ts';
import { pinnedFleet, smallFleet } from './small-fleet.ts';

const AS_PLANNED: RuleVerdict = {
  decision: 'advance_as_planned',
  added: [],
  checklist: { ownership: 'amber' },
};
const OWNER_ROWS: RuleVerdict = {
  decision: 'hold',
  added: [['pinned_owner_rows', 'amber', 'jetmon-x']],
  checklist: { ownership: 'amber' },
};
const INVALID: RuleVerdict = {
  decision: 'hold',
  added: [['pinned_range_invalid', 'amber', 'jetmon-c:monitor']],
  checklist: { ownership: 'amber' },
};

/** jetmon-a and jetmon-b are pinned to 0-666, v1 has the rest, and there is an owner row. */
function withOwnerRow(range: BucketRange): FleetState {
  return pinnedFleet({ gone: ['jetmon-c'], owners: [bucketOwner('jetmon-x', range)] });
}

function withRange(changes: Partial<ProcessHealthRow>): FleetState {
  return pinnedFleet({ monitors: { 'jetmon-c': changes } });
}

/** Monitors that are pinned, and whether that is all that can be said. */
export const PINNED_STATES: readonly RuleState[] = [
  { name: 'three pinned monitors are as planned', ...pinnedFleet(), expect: AS_PLANNED },
  {
    name: 'three pinned monitors of which nobody said that they are planned are not as planned',
    ...smallFleet({ pinned: ['jetmon-a', 'jetmon-b', 'jetmon-c'], owners: [] }),
    expect: { ...AS_PLANNED, decision: 'hold' },
  },
  {
    name: 'an owner row that begins after the last pinned bucket meets no pinned range',
    ...withOwnerRow({ min: 667, max: 999 }),
    expect: AS_PLANNED,
  },
  {
    name: 'an owner row that begins at the last pinned bucket meets a pinned range',
    ...withOwnerRow({ min: 666, max: 999 }),
    expect: OWNER_ROWS,
  },
  {
    name: 'an owner row within one pinned range meets it',
    ...withOwnerRow({ min: 100, max: 100 }),
    expect: OWNER_ROWS,
  },
  {
    name: 'a pinned range that ends at the last bucket is one',
    ...withRange({ bucket_min: 667, bucket_max: 999 }),
    expect: AS_PLANNED,
  },
  {
    name: 'a pinned range that ends one beyond the last bucket is none',
    ...withRange({ bucket_min: 667, bucket_max: 1000 }),
    expect: INVALID,
  },
  {
    name: 'a pinned range of one bucket is one',
    ...withRange({ bucket_min: 999, bucket_max: 999 }),
    expect: AS_PLANNED,
  },
  {
    name: 'a pinned range that ends one before it begins is none',
    ...withRange({ bucket_min: 999, bucket_max: 998 }),
    expect: INVALID,
  },
  {
    name: 'a pinned monitor without a range has none',
    ...withRange({ bucket_min: null, bucket_max: null }),
    expect: INVALID,
  },
  {
    name: 'a pinned monitor without a last bucket has no range',
    ...withRange({ bucket_max: null }),
    expect: INVALID,
  },
];
