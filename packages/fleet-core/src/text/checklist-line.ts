import type { ChecklistRow } from '../contract/checklist.ts';
import { visibleText } from '../contract/visible-text.ts';
import { stateWord } from './state-word.ts';

/** A question of the checklist with its answer, in one line: `bucket ownership`, how it is, and the fact. */
export function checklistLine({ code, status, planned, muted, fact }: ChecklistRow): string {
  const known = muted === undefined ? '' : `, muted by ${muted.by}`;
  return visibleText(`${code.replaceAll('_', ' ')}: ${stateWord(status, planned)}${known}, ${fact}`);
}
