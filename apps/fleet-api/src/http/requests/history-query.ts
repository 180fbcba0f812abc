import type { AskedTimes } from 'fleet-core/rules/history/tell-history';
import * as z from 'zod/mini';
import { readQuery } from './read-query.ts';

/** The last instant that is written with four digits of a year in every zone. */
const LAST_MS = Date.UTC(9999, 11, 31);

const InstantMs = z.pipe(
  z.pipe(
    z.iso.datetime({ offset: true, error: 'is no instant such as 2026-04-30T14:00:00Z' }),
    z.transform((text) => Date.parse(text)),
  ),
  z.number().check(z.gte(0, 'lies before 1970'), z.lte(LAST_MS, 'lies after the year 9999')),
);

const HistoryQuery = z.strictObject({ since: z.optional(InstantMs), until: z.optional(InstantMs) }).check(
  z.refine(({ since, until }) => since === undefined || until === undefined || since <= until, {
    path: ['until'],
    error: 'lies before since',
  }),
);

/** The times that a request for the history asks for. Throws `BadQuery`. */
export function readHistoryQuery(target: string): AskedTimes {
  const { since = null, until = null } = readQuery(target, HistoryQuery);
  return { sinceMs: since, untilMs: until };
}
