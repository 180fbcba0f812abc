import { expect, it } from 'vitest';
import { answered } from '../../testing/answered.ts';
import { makeDelivery } from '../../testing/make-delivery.ts';
import { makeSummary } from '../../testing/make-summary.ts';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { unlistedWord } from '../../testing/unlisted-word.ts';
import { rollupCards } from './rollup-cards.ts';

const card = (name: string, overrides: Parameters<typeof snapshotWith>[0] = {}) =>
  rollupCards(snapshotWith(overrides)).find((found) => found.name === name);

it.each([
  ['Bucket coverage', 'ownership'],
  ['Delivery due', 'queues'],
  ['Projection drift', 'drift'],
] as const)(
  "%s has the API's answer to the question that it belongs to, and none of its own",
  (name, code) => {
    for (const status of ['green', 'amber', 'red', 'unknown', unlistedWord('purple')] as const) {
      expect(card(name, { checklist: answered(code, { status }) })).toMatchObject({ level: status });
    }
    expect(card(name, { checklist: [] })).not.toHaveProperty('level');
  },
);

it('says what was planned, where the API says so', () => {
  for (const planned of [true, false]) {
    const checklist = answered('ownership', { status: 'amber', planned });
    expect(card('Bucket coverage', { checklist })).toMatchObject({ level: 'amber', planned });
  }
});

it.each(['Monitors', 'Deliverers', 'Stale processes'])(
  '%s is a number that the API does not judge',
  (name) => {
    const issue = { code: 'process_stale', severity: 'red', subject: 'a:monitor', message: 'stale' } as const;
    const summary = makeSummary({ stale_processes: 1, issue_details: [issue] });
    expect(card(name, { summary })).not.toHaveProperty('level');
  },
);

it('shows a dash where nothing could be read', () => {
  expect(card('Delivery due', { delivery: makeDelivery({ due_now: null, pending: null }) })).toMatchObject({
    value: '—',
    note: '— pending',
  });
});

it('lists process types that it does not know', () => {
  const process_counts = { monitor: 4, deliverer: 1, veriflier: 2 };
  expect(card('Deliverers', { process_counts })?.note).toBe('2 veriflier');
});

it('says when the drift was counted well before the rest', () => {
  const projection_drift = {
    status: 'green',
    count: 0,
    rule: 'pairs',
    checked_at: '2026-04-30T13:58:00Z',
  } as const;
  expect(card('Projection drift', { projection_drift })?.note).toContain('counted 2m before the rest');
});

it('names every other type, whatever it is called', () => {
  const process_counts = JSON.parse('{"__proto__":2,"monitor":1,"veriflier":3}');
  expect(card('Deliverers', { process_counts })?.note).toBe('2 __proto__, 3 veriflier');
});
