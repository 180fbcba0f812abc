import { expect, it } from 'vitest';
import { type ReadyCheck, type ReadyGrounds, readyChecks } from './ready-checks.ts';
import { tellReadiness } from './ready-handler.ts';
import { readReadyQuery } from './ready-query.ts';

const READY: ReadyGrounds = {
  settingsAreFaulty: () => false,
  watched: () => ({ state: 'good' }),
  sinceReadMs: () => 0,
  longestPauseMs: 90_000,
  isWatching: true,
  hasPage: true,
};

function tell(grounds: Partial<ReadyGrounds>, query = '') {
  return tellReadiness(readyChecks({ ...READY, ...grounds }), readReadyQuery(`/readyz${query}`));
}

it('is ready when all is well', () => {
  expect(tell({})).toEqual({ ok: true, text: 'ready\n' });
});

const UNREADY: [string, Partial<ReadyGrounds>, ReadyCheck][] = [
  ['the settings read last are faulty', { settingsAreFaulty: () => true }, 'config'],
  ['nothing was read yet', { watched: () => ({ state: 'unread' }) }, 'database'],
  ['the last read failed', { watched: () => ({ state: 'failed' }) }, 'database'],
  ['the page was not built', { hasPage: false }, 'page'],
  ['nobody looks', { sinceReadMs: () => 90_001 }, 'watch'],
  ['the process has never looked', { sinceReadMs: () => Number.POSITIVE_INFINITY }, 'watch'],
];

it.each(UNREADY)('is not ready when %s, unless that is left out', (_, grounds, check) => {
  expect(tell(grounds)).toEqual({ ok: false, text: `not ready: ${check}\n` });
  expect(tell(grounds, `?exclude=${check}`).ok).toBe(true);
  expect(tell(grounds, `?verbose&exclude=${check}`).text).toContain(`[ ] ${check}: excluded\n`);
  const other = check === 'config' ? 'page' : 'config';
  expect(tell(grounds, `?exclude=${other}`).ok).toBe(false);
});

it('names all that is not well, in its order', () => {
  const text = 'not ready: database, watch, page\n';
  const grounds = {
    watched: () => ({ state: 'failed' }) as const,
    sinceReadMs: () => 90_001,
    hasPage: false,
  };
  expect(tell(grounds)).toEqual({ ok: false, text });
});

it('a look just as long ago as it may be is one', () => {
  expect(tell({ sinceReadMs: () => 90_000 }).ok).toBe(true);
});

it('nobody has to look where watching is off', () => {
  expect(tell({ isWatching: false, sinceReadMs: () => 1e9 }).ok).toBe(true);
});

it.each(['?verbose', '?verbose=', '?verbose=1'])('%s tells each check on a line', (query) => {
  expect(tell({}, query).text.split('\n')).toHaveLength(6);
});

it.each([
  ['?verbose=yes', 'Parameter "verbose": it must be 0 or 1.'],
  ['?exclude=disk', 'Parameter "exclude": there is no check "disk", only config, database, watch, page.'],
  ['?exclude=page&exclude=watch', 'Parameter "exclude" is given twice.'],
  ['?excluded=page', 'There is no parameter "excluded".'],
])('%s cannot be taken', (query, message) => {
  expect(() => tell({}, query)).toThrow(message);
});
