import { describe, expect, it } from 'vitest';
import { BadQuery } from '../requests/read-query.ts';
import { readGateQuery } from './gate-query.ts';

const read = (query: string, bucketTotal = 1000) => readGateQuery(`/api/fleet/gate?${query}`, bucketTotal);

describe('a question', () => {
  it.each([
    ['for=advance', { for: 'advance', host: null, buckets: null, max: 'green', ignore: [] }],
    [
      'for=advance&max=amber&ignore=projection_drift,plan_mismatch',
      { for: 'advance', max: 'amber', ignore: ['projection_drift', 'plan_mismatch'] },
    ],
    ['for=advance&ignore=', { for: 'advance', ignore: [] }],
    [
      'for=cutover&host=jetmon-d&buckets=500-599',
      { for: 'cutover', host: 'jetmon-d', buckets: { min: 500, max: 599 } },
    ],
    ['for=rollback&buckets=7-7', { for: 'rollback', host: null, buckets: { min: 7, max: 7 } }],
    ['for=rollback&buckets=0-999&host=a', { host: 'a', buckets: { min: 0, max: 999 } }],
    ['for=dynamic', { for: 'dynamic' }],
  ])('%s', (query, question) => {
    expect(read(query)).toMatchObject({ question, strict: false });
  });

  it('is strict when told so', () => {
    expect(read('for=dynamic&strict=1').strict).toBe(true);
    expect(read('for=dynamic&strict=0').strict).toBe(false);
  });

  it('without a bucket total may be of any range', () => {
    expect(read('for=rollback&buckets=0-999999', 0).question.buckets).toEqual({ min: 0, max: 999_999 });
  });
});

describe('is refused in words', () => {
  it.each([
    ['', 'Parameter "for": it must be one of advance, cutover, rollback, dynamic.'],
    ['for=ever', 'Parameter "for": it must be one of advance, cutover, rollback, dynamic.'],
    ['for=dynamic&for=advance', 'Parameter "for" is given twice.'],
    ['for=dynamic&wait=1', 'There is no parameter "wait".'],
    ['for=dynamic&strict=yes', 'Parameter "strict": it must be 0 or 1.'],
    ['for=cutover&buckets=0-99', 'for=cutover needs the parameter "host".'],
    ['for=cutover&host=a', 'for=cutover needs the parameter "buckets".'],
    ['for=cutover&host=&buckets=0-99', 'Parameter "host": it must name a host.'],
    ['for=rollback&host=a', 'for=rollback needs the parameter "buckets".'],
    ['for=advance&host=a', 'for=advance takes no parameter "host".'],
    ['for=dynamic&buckets=0-99', 'for=dynamic takes no parameter "buckets".'],
    ['for=dynamic&max=amber', 'for=dynamic takes no parameter "max".'],
    ['for=rollback&buckets=0-99&ignore=projection_drift', 'for=rollback takes no parameter "ignore".'],
    ['for=rollback&buckets=99', 'Parameter "buckets": it must be a range such as 0-99.'],
    ['for=rollback&buckets=-1-99', 'Parameter "buckets": it must be a range such as 0-99.'],
    ['for=rollback&buckets=0-9999999', 'Parameter "buckets": it must be a range such as 0-99.'],
    ['for=rollback&buckets=8-7', 'Parameter "buckets": 8-7 is upside down.'],
    [
      'for=rollback&buckets=0-1000',
      'Parameter "buckets": 0-1000 goes beyond the buckets that there are, 0-999.',
    ],
    ['for=advance&max=red', 'Parameter "max": it must be one of green, amber.'],
    [
      'for=advance&ignore=projection_drift,drift',
      'Parameter "ignore": there is no issue code "drift"; /api/fleet/codes lists them.',
    ],
  ])('%s', (query, sentence) => {
    expect(() => read(query)).toThrow(new BadQuery(sentence));
  });
});
