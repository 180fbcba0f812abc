import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPlan } from './read-plan.ts';

const read = (name: string) => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

it('the example in docs/configuration.md is a plan in which every part is used', () => {
  const [, example = ''] = /```json plan-file\n([\s\S]*?)```/.exec(read('configuration.md')) ?? [];
  const result = readPlan(example, { bucket_total: 1000, expected_ownership: null });
  expect(result).toMatchObject({ ok: true, plan: { stage: 'mixed' } });
  if (!result.ok) return;
  const { monitors, deliverers, retired, muted } = result.plan;
  expect([monitors, deliverers, retired, muted].map((part) => part.length > 0)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
