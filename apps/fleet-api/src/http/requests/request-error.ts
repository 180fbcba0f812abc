import { DatabaseFailure } from '../../database/database-failure.ts';
import { TooManyReads } from '../../snapshot/on-demand/on-demand.ts';
import type { ProblemFacts } from '../answers/problem-sender.ts';
import { BadQuery } from './read-query.ts';

/** The page was not built with the API. */
export class PageMissing extends Error {
  override readonly name = 'PageMissing';
}

/** The machine has no descriptor or no memory left for one more file. */
const EXHAUSTED = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN']);

/** What a client learns of an error that was met while it was answered: what is its own doing, what is for now, or nothing. */
export function factsOfError(error: unknown): ProblemFacts {
  if (error instanceof PageMissing)
    return { status: 503, detail: 'The page is not there: it was not built, or not installed with the API.' };
  if (error instanceof BadQuery) return { status: 400, detail: error.message };
  if (error instanceof TooManyReads)
    return { status: 503, detail: 'Too many different things are being asked for: try again shortly.' };
  if (error instanceof DatabaseFailure) return factsOfFailure(error);
  if (!(error instanceof Error)) return { status: 500 };
  if ('code' in error && typeof error.code === 'string' && EXHAUSTED.has(error.code))
    return { status: 503, detail: 'This machine has nothing left to open a file with.' };
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  return status >= 400 && status < 500 ? { status, headers: headersOf(error) } : { status: 500 };
}

function factsOfFailure(failure: DatabaseFailure): ProblemFacts {
  if (failure.isOurs) return { status: 500 };
  return failure.failureClass === 'too_many_rows'
    ? { status: 503, detail: 'There is more to read than this dashboard does.' }
    : { status: 503, detail: 'The database could not be read in time.' };
}

function headersOf(error: Error): string[] {
  if (!('headers' in error) || typeof error.headers !== 'object' || error.headers === null) return [];
  return Object.entries(error.headers).flatMap(([name, value]) => [name, String(value)]);
}
