import type { ChecklistCode } from 'fleet-core/contract/checklist';

/** A question as the page asks it, and the anchor of the rows that it is about. */
export type Question = { readonly name: string; readonly href: string };

const QUESTIONS: Readonly<Record<ChecklistCode, Question>> = {
  heartbeats: { name: 'Heartbeats', href: '#processes' },
  ownership: { name: 'Bucket ownership', href: '#buckets' },
  checks: { name: 'Site checks', href: '#causes' },
  drift: { name: 'Projection drift', href: '#causes' },
  queues: { name: 'Delivery queues', href: '#queues' },
  delivery_owner: { name: 'Delivery owner', href: '#ownership' },
  dependencies: { name: 'Dependencies', href: '#dependencies' },
};

const questions: ReadonlyMap<string, Question> = new Map(Object.entries(QUESTIONS));

/** The question with this code; one of a newer API goes by its code, and leads to the causes. */
export function questionOf(code: string): Question {
  return questions.get(code) ?? { name: code.replaceAll('_', ' '), href: '#causes' };
}
