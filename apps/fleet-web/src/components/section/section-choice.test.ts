import { expect, it } from 'vitest';
import { changedQuery } from '../../location/query-string.ts';
import { choiceChanges, readChoice, type SectionChoice } from './section-choice.ts';

const choose = (search: string, section: string, chosen: SectionChoice) =>
  changedQuery(search, choiceChanges(search, section, chosen));

it.each([
  ['', null],
  ['?open=processes', 'open'],
  ['?shut=buckets,processes', 'shut'],
  ['?open=process', null],
] as const)('the address "%s" says of the processes: %s', (search, choice) => {
  expect(readChoice(search, 'processes')).toBe(choice);
});

it('a choice is added to those of other sections, and takes the place of the one before', () => {
  expect(choose('?open=sites', 'processes', 'open')).toBe('?open=sites,processes');
  expect(choose('?open=sites,processes', 'processes', 'shut')).toBe('?open=sites&shut=processes');
});

it('what is chosen no more leaves nothing in the address', () => {
  expect(choose('?theme=dark&open=processes', 'processes', null)).toBe('?theme=dark');
});
