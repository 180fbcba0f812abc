import type { ChecklistCode, ChecklistRow } from 'fleet-core/contract/checklist';
import { HEALTHY_SNAPSHOT } from './healthy-snapshot.ts';

/** The checklist of a healthy fleet, but with this answer to one question. */
export function answered(code: ChecklistCode, answer: Partial<ChecklistRow>): ChecklistRow[] {
  return HEALTHY_SNAPSHOT.checklist.map((row) => (row.code === code ? { ...row, ...answer } : row));
}
