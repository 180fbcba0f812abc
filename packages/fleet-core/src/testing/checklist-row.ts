import type { ChecklistCode, ChecklistRow } from '../contract/checklist.ts';
import type { Closed } from '../contract/scalars.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import { after, type Change } from './change-readings.ts';
import { rowOf } from './find-issues.ts';
import { judge } from './judge.ts';
import { dynamicFleet } from './states/base-fleets.ts';

/** The answer to one question of the checklist, of the dynamic fleet after these changes. */
export function checklistRow(
  code: ChecklistCode,
  changes: readonly Change[],
  thresholds: Partial<Thresholds> = {},
): Closed<ChecklistRow> {
  return rowOf(code, judge(after(dynamicFleet(), ...changes), thresholds));
}
