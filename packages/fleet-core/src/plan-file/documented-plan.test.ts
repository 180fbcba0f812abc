import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MUTE_VOIDS } from '../contract/plan.ts';
import { readPlan } from './read-plan.ts';

const read = (name: string) => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

it('the example in docs/configuration.md is a plan in which every part is used', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(read('configuration.md')) ?? [];
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

it('docs/api.md names every reason for which a mute is void', () => {
  for (const reason of MUTE_VOIDS) expect(read('api.md')).toContain(`\`${reason}\``);
});
