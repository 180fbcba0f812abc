import { CHECKLIST_CODES, type ChecklistCode } from 'fleet-core/contract/checklist';

const SECTIONS: Readonly<Record<ChecklistCode, string>> = {
  heartbeats: 'processes',
  ownership: 'buckets',
  checks: 'sites',
  drift: 'sites',
  queues: 'queues',
  delivery_owner: 'ownership',
  dependencies: 'dependencies',
  verifliers: 'verifliers',
};

const sections: ReadonlyMap<string, string> = new Map(Object.entries(SECTIONS));

/** The section of the rows that a question is about; one that only a newer API asks leads to the causes. */
export function sectionOf(code: string): string {
  return sections.get(code) ?? 'causes';
}

/** The questions that every fleet is asked, whatever is known of it. */
export const ALWAYS_ASKED: readonly ChecklistCode[] = CHECKLIST_CODES.filter((code) => code !== 'verifliers');
