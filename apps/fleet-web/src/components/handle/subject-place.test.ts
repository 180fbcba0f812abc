import { SUBJECT_KINDS } from 'fleet-core/contract/subject';
import { expect, it } from 'vitest';
import { subjectPlace } from './subject-place.ts';

const filterOf = (kind: string, id: string) => subjectPlace(kind, id)?.changes.filter;

it.each([
  ['host', 'jetmon-b', 'host:=jetmon-b'],
  ['host', 'two words', 'host:="two words"'],
  ['dependency', 'veriflier:eu', 'dependency:=veriflier:eu'],
  ['buckets', '166-332', 'bucket:166-332'],
  ['buckets', '7', 'bucket:7'],
])('a %s leads to the processes that it concerns: %s', (kind, id, filter) => {
  expect(filterOf(kind, id)).toBe(filter);
});

it('a process leads to its details, and leaves the filter as it is', () => {
  expect(subjectPlace('process', 'jetmon-b:monitor')).toEqual({ changes: { p: 'jetmon-b:monitor' } });
});

it('a link to processes lets nothing else leave them out', () => {
  expect(subjectPlace('host', 'a')?.changes).toMatchObject({ health: null, problems: null, p: null });
});

it('what has no place of its own leads nowhere, nor does what only a newer API knows', () => {
  expect(SUBJECT_KINDS.filter((kind) => subjectPlace(kind, 'x') === null)).toEqual(['sites', 'fleet']);
  expect(subjectPlace('planet', 'x')).toBeNull();
  expect(subjectPlace('__proto__', 'x')).toBeNull();
});
