import type { ChecklistCode } from 'fleet-core/contract/checklist';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

/** How a question of the checklist was answered; empty where the API does not ask it. */
export type Answer = { readonly level?: string | undefined; readonly planned?: boolean | undefined };

/** The answer that goes with the numbers of a section: never better than anything found wrong with it. */
export function answerTo(code: ChecklistCode, { checklist }: Pick<FleetSnapshot, 'checklist'>): Answer {
  const row = checklist.find((each) => each.code === code);
  return row === undefined ? {} : { level: row.status, planned: row.planned };
}

/** The same answer in a few words; empty where the API does not ask it. */
export function factOf(code: ChecklistCode, { checklist }: Pick<FleetSnapshot, 'checklist'>): string {
  return checklist.find((each) => each.code === code)?.fact ?? '';
}
