import { NEXT_ACTION_CODES } from 'fleet-core/contract/summary';
import { expect, it } from 'vitest';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { nextStep } from './next-step.ts';

const { settings } = snapshotWith();
const steps = NEXT_ACTION_CODES.map((code) => [code, nextStep(code, settings)] as const);

it('every action but going on leads to rows of the page', () => {
  expect(steps.filter(([, step]) => step === null).map(([code]) => code)).toEqual(['continue']);
});

it('an action of a newer API leads to the issues', () => {
  expect(nextStep('call_somebody', settings)).toMatchObject({ href: '#issues', sql: null });
  expect(nextStep('constructor', settings)).toMatchObject({ href: '#issues', sql: null });
});

it('a statement is one, and only reads', () => {
  const statements = steps.flatMap(([, step]) => step?.sql ?? []);
  expect(statements).toHaveLength(7);
  for (const sql of statements) {
    expect(sql).toMatch(/^SELECT [^;]+;$/);
    expect(sql).not.toMatch(/\b(INSERT|UPDATE|DELETE|REPLACE|ALTER|DROP|FOR UPDATE|INTO)\b/);
  }
});

it('judges staleness by the grace that the API judges by', () => {
  expect(nextStep('investigate_stale_processes', { ...settings, heartbeat_grace_sec: 90 })?.sql).toContain(
    'INTERVAL 90 SECOND',
  );
});
