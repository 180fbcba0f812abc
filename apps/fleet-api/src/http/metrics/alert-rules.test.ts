import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const docs = new URL('../../../../../docs/monitoring/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, docs), 'utf8');

describe('the alert rules', () => {
  const rules = textOf('alerts.yaml')
    .split(/- alert: /)
    .slice(1);
  const tests = textOf('alerts.test.yaml');

  it('begin with the blind dashboard', () => {
    expect(rules[0]).toMatch(/^FleetDashboardBlind\n/);
    expect(rules[1]).toMatch(/^FleetDashboardGone\n/);
  });

  it.each(rules.map((rule) => [rule.split('\n')[0] ?? '', rule]))(
    '%s says what is the matter, what to do and where to look, and is tested both ways',
    (name, rule) => {
      for (const part of ['summary: ', 'what_to_do: ', 'link: ', 'severity: ', 'for: '])
        expect(rule).toContain(part);
      expect(tests).toContain(`- name: ${name} fires\n`);
      expect(tests).toMatch(new RegExp(`- name: ${name} is quiet`));
    },
  );
});
