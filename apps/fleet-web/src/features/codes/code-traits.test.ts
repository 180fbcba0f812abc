import { expect, it } from 'vitest';
import { makeCode } from '../../testing/make-code.ts';
import { makeSummary } from '../../testing/make-summary.ts';
import { codeTraits, standingText } from './code-traits.ts';

it('says how grave it can be, what it concerns, and that it can be muted', () => {
  const both = makeCode({ severities: ['red', 'amber'], question: 'ownership' });
  expect(codeTraits(both)).toEqual(['red or amber', 'concerns Buckets', 'can be muted by plan']);
});

it('says what may be as planned, what the summary leaves out, and what cannot be muted', () => {
  const all = makeCode({ in_summary: false, can_be_planned: true, can_be_muted: false });
  expect(codeTraits(all).slice(2)).toEqual([
    'counts in the decision, not in the summary',
    'may be as planned',
    'cannot be muted',
  ]);
});

it('says nothing of mutes where an older API does not', () => {
  const { can_be_muted: _, ...older } = makeCode();
  expect(codeTraits(older)).toEqual(['red', 'concerns Heartbeats']);
});

it('says whether it stands now, in how many issues, and that it is not known without a present snapshot', () => {
  const issue = { code: 'process_stale', severity: 'red', subject: 'a', message: 'a is silent' } as const;
  const summary = makeSummary({ issue_details: [issue, { ...issue, subject: 'b' }] });
  expect(standingText('process_stale', summary)).toMatch(/^It stands now, in 2 issues: /);
  expect(standingText('process_red', summary)).toBe('It does not stand now.');
  expect(standingText('process_stale', null)).toBe('Whether it stands now is not known.');
});
