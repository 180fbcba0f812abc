import type { ChecklistCode } from 'fleet-core/contract/checklist';
import { expect, it } from 'vitest';
import { answered } from '../../../testing/answered.ts';
import { makeCause } from '../../../testing/make-cause.ts';
import { causeLines } from './cause-lines.ts';

const causes = ['a', 'b', 'c', 'd'].map((title) => makeCause({ title }));
const row = (code: ChecklistCode, cause_refs: number[]) =>
  answered(code, { cause_refs }).filter((each) => each.code === code);
const titles = (...args: Parameters<typeof causeLines>) => causeLines(...args).map(({ title }) => title);

it('lists the first of each question before the second of any', () => {
  const checklist = [...row('heartbeats', [0, 1, 2]), ...row('drift', []), ...row('queues', [3])];
  expect(titles({ causes, checklist }, undefined)).toEqual(['a', 'd', 'b', 'c']);
});

it('keeps the order of the API among the first, whatever the order of the questions', () => {
  const checklist = [...row('heartbeats', [3]), ...row('queues', [1, 2])];
  expect(titles({ causes, checklist }, undefined)).toEqual(['b', 'd', 'a', 'c']);
});

it('leaves out what is told already, and does not call another one first for it', () => {
  const checklist = [...row('heartbeats', [0, 1, 2]), ...row('queues', [3])];
  expect(titles({ causes, checklist }, causes[0])).toEqual(['d', 'b', 'c']);
});

it('lists all where an API asks nothing', () => {
  expect(titles({ causes, checklist: [] }, undefined)).toEqual(['a', 'b', 'c', 'd']);
});
