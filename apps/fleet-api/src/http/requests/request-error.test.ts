import { expect, it } from 'vitest';
import { TooManyReads } from '../../snapshot/on-demand/on-demand.ts';
import { BadQuery } from './read-query.ts';
import { factsOfError, PageMissing } from './request-error.ts';

const errorWith = (facts: object) => Object.assign(new Error('secret'), facts);

it('what the client asked wrongly is told with its own status and headers', () => {
  const headers = { 'Content-Range': 'bytes */9' };
  expect(factsOfError(errorWith({ status: 416, headers }))).toEqual({
    status: 416,
    headers: ['Content-Range', 'bytes */9'],
  });
  expect(factsOfError(errorWith({ status: 412 }))).toEqual({ status: 412, headers: [] });
});

it.each(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN'])('%s passes: 503, whatever status it was given', (code) => {
  expect(factsOfError(errorWith({ code, status: 500 })).status).toBe(503);
});

it('all else is a fault of ours, of which nothing is told', () => {
  for (const error of [
    errorWith({}),
    errorWith({ status: 399 }),
    errorWith({ status: 500, code: 'EIO' }),
    'no',
  ])
    expect(factsOfError(error)).toEqual({ status: 500 });
});

it('a page that is not there is missing for now', () => {
  expect(factsOfError(new PageMissing()).status).toBe(503);
});

it("a parameter that cannot be taken is the client's own doing, and said in words", () => {
  expect(factsOfError(new BadQuery('There is no parameter "sinse".'))).toEqual({
    status: 400,
    detail: 'There is no parameter "sinse".',
  });
});

it('too many reads at once pass', () => {
  expect(factsOfError(new TooManyReads('8 are under way')).status).toBe(503);
});
