import type { Cause } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { causeLine, hostLines } from 'fleet-core/text/cause-lines';
import { mark } from '../terminal/marks.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Page } from './page.ts';
import { stepLines } from './step-lines.ts';

/** Each cause with what was found and the steps to take, the most urgent first. */
export function causeBlocks({ causes }: FleetSnapshot, page: Page): string[] {
  return causes.flatMap((cause) => [
    `${mark(page, cause.planned ? 'planned' : cause.severity)} ${wrap(causeLine(cause), page.width, '    ', 2)}`,
    ...detailsOf(cause).map((line) => `    ${wrap(line, page.width, '    ')}`),
    ...cause.steps.flatMap((step, place) => stepLines(step, place + 1, page.width)),
  ]);
}

function detailsOf(cause: Cause): string[] {
  const { facts, runbook_url } = cause;
  return [...hostLines(cause), ...facts, ...(runbook_url === undefined ? [] : [runbook_url])];
}
