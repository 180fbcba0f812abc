import { expect, it } from 'vitest';
import type { ExpectedOwnership } from '../../contract/fleet-snapshot.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { after, deleteProcesses, on, setProcesses } from '../../testing/change-readings.ts';
import { issuesOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const MIXED = after(dynamicFleet(), setProcesses({ bucket_ownership: 'pinned' }, on('jetmon-a')));
const NOBODY = after(
  pinnedFleet(),
  deleteProcesses(() => true),
);

const CASES: readonly [FleetReadings, string, ExpectedOwnership | null, string[]][] = [
  [dynamicFleet(), 'dynamic', 'pinned', ['plan: ownership was to be pinned, and is dynamic']],
  [pinnedFleet(), 'pinned', 'dynamic', ['plan: ownership was to be dynamic, and is pinned']],
  [MIXED, 'mixed', 'dynamic', ['plan: ownership was to be dynamic, and is mixed']],
  [MIXED, 'mixed', 'pinned', []],
  [dynamicFleet(), 'dynamic', 'dynamic', []],
  [pinnedFleet(), 'pinned', 'pinned', []],
  [dynamicFleet(), 'dynamic', null, []],
  [pinnedFleet(), 'pinned', null, []],
  [NOBODY, 'unknown', 'pinned', []],
  [NOBODY, 'unknown', 'dynamic', []],
];

it.each(CASES.map(([fleet, mode, plan, messages]) => ({ fleet, mode, plan, messages })))(
  'ownership that is $mode where the plan says $plan: $messages',
  ({ fleet, plan, messages }) => {
    const issues = issuesOf('plan_mismatch', judge(fleet, {}, plan));
    expect(issues.map((issue) => issue.message)).toEqual(messages);
    expect(issues.every(({ severity, subject }) => severity === 'amber' && subject === '')).toBe(true);
  },
);
