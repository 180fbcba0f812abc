import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { checklistLine } from 'fleet-core/text/checklist-line';
import { mark } from '../terminal/marks.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Page } from './page.ts';

/** The questions before a step, each with its answer. */
export function checklistBlock({ checklist }: FleetSnapshot, page: Page): string[] {
  return checklist.map(
    (row) =>
      `${mark(page, row.planned ? 'planned' : row.status)} ${wrap(checklistLine(row), page.width, '    ', 2)}`,
  );
}
