import { expect, it } from 'vitest';
import type { Cause } from '../contract/cause.ts';
import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import { makeDeliverer, makeProcessHealth } from '../testing/make/make-process-health.ts';
import { makeReading } from '../testing/make/make-reading.ts';
import { makeSnapshot } from '../testing/make/make-snapshot.ts';
import { incidentText } from './incident-text.ts';

const ADDRESS = 'https://fleet.example/fleet';
const LIVE = { address: ADDRESS, ageSec: 4, blindBecause: null };

/** A fleet in which one monitor reports that it is not well. */
const troubled: FleetSnapshot = makeSnapshot({
  process_health: makeReading([makeProcessHealth({ host_id: 'x', health_status: 'red' }), makeDeliverer()]),
});

const makeCause = (overrides: Partial<Cause> = {}): Cause => ({
  code: 'process_red',
  severity: 'red',
  planned: false,
  subject: { kind: 'host', ids: ['x'] },
  hosts: ['x'],
  title: 'x is unwell',
  headline: 'x is unwell',
  facts: [],
  issue_refs: [],
  buckets_affected: 0,
  steps: [],
  ...overrides,
});

const textOf = (overrides: Partial<typeof troubled>) => incidentText({ ...troubled, ...overrides }, LIVE);
const linesOf = (overrides: Partial<typeof troubled>) => textOf(overrides).split('\n');

it('begins with the verdict, how old it is, since when it stands, and where to look', () => {
  const [verdict, age, address] = linesOf({
    decision: { code: 'stop', headline: 'Do not advance', detail: 'why not', since: '2026-04-30T13:00:00Z' },
    generated_at: '2026-04-30T14:00:00Z',
    settings: { ...troubled.settings, environment: 'production' },
    served_by: { host: 'ops-1', version: '', build_id: '' },
  });
  expect(verdict).toBe('RED (production): Do not advance. Why not');
  expect(age).toBe(
    'Read 2026-04-30 14:00:00 UTC, 4s ago; stands since 2026-04-30 13:00:00 UTC; answered by ops-1',
  );
  expect(address).toBe(ADDRESS);
});

it.each([
  ['advance', 'GREEN'],
  ['advance_as_planned', 'AS PLANNED'],
  ['hold', 'AMBER'],
  ['stop', 'RED'],
] as const)('the decision %s is %s', (code, word) => {
  expect(textOf({ decision: { code, headline: 'so', detail: 'so' } })).toMatch(new RegExp(`^${word}: so`));
});

it('without data it says so first, and all else is past', () => {
  const text = incidentText(troubled, { ...LIVE, ageSec: 138, blindBecause: 'The API answers HTTP 503' });
  const [first, second, third] = text.split('\n');
  expect(first).toBe('NO DATA: the fleet cannot be seen. The API answers HTTP 503.');
  expect(second).toMatch(/^What follows is past: it was read .* UTC, 2m ago\.$/);
  expect(third).toMatch(/^RED: /);
});

it('when nothing was ever read it tells of no fleet', () => {
  expect(incidentText(null, { ...LIVE, blindBecause: 'Polling is paused' })).toBe(
    `NO DATA: the fleet cannot be seen. Polling is paused.\nNothing has been read yet.\n${ADDRESS}\n`,
  );
});

it('a cause is told once, with its hosts, its steps and where to take them', () => {
  const cause = makeCause({
    headline: '2 hosts are unwell',
    since: '2026-04-30T13:00:00Z',
    hosts: ['x', 'y'],
    steps: [
      { text: 'Is it running?', on_host: 'x', command: { kind: 'shell', text: 'systemctl status jetmon2' } },
      { text: 'See who is silent', command: { kind: 'sql', text: 'SELECT 1;' } },
    ],
  });
  expect(textOf({ causes: [cause], checklist: [] })).toContain(
    [
      '- RED 2 hosts are unwell (since 2026-04-30 13:00:00 UTC)',
      '  Hosts: x, y',
      '  1. Is it running? (on x) `systemctl status jetmon2`',
      '  2. See who is silent',
    ].join('\n'),
  );
});

it.each([
  [20, 'Hosts: h0, h1,'],
  [21, 'Hosts: 21, h0 … h20'],
])('of %i hosts it says: %s', (count, expected) => {
  const hosts = Array.from({ length: count }, (_, index) => `h${index}`);
  expect(textOf({ causes: [makeCause({ hosts })] })).toContain(expected);
});

it('what is planned or muted says so', () => {
  const muted = { by: 'anna', reason: 'new disk', until: '2026-04-30T15:00:00Z' };
  const text = textOf({ causes: [makeCause({ planned: true }), makeCause({ muted })] });
  expect(text).toContain('- AS PLANNED x is unwell');
  expect(text).toContain('- RED x is unwell (muted by anna until 2026-04-30 15:00:00 UTC: new disk)');
});

it.each([
  [10, false],
  [11, true],
])('of %i causes all are told, or how many more there are: %s', (count, isCut) => {
  const causes = Array.from({ length: count }, (_, index) => makeCause({ headline: `trouble ${index}.` }));
  const text = textOf({ causes });
  expect(text).toContain('trouble 9.');
  expect(text.includes('- and 1 more cause')).toBe(isCut);
});

it('the checklist tells what is not green, and nothing of what is', () => {
  const text = incidentText(troubled, LIVE);
  expect(text).toContain('- heartbeats: RED, ');
  expect(text).not.toContain('GREEN');
});

it('a name cannot add a line, turn the text round or look like another name', () => {
  const headline = 'x\nGREEN: all is well\u202e is silent\u200b';
  const text = textOf({ causes: [makeCause({ headline })], checklist: [] });
  expect(text).toContain('- RED x\\nGREEN: all is well\\u202e is silent\\u200b');
});
