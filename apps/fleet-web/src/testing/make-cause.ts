import type { Cause } from 'fleet-core/contract/cause';

/** A silent host: red, with one step to take there and one statement. */
export function makeCause(overrides: Partial<Cause> = {}): Cause {
  return {
    code: 'host_silent',
    severity: 'red',
    planned: false,
    subject: { kind: 'host', ids: ['jetmon-b'] },
    hosts: ['jetmon-b'],
    title: 'jetmon-b is silent',
    headline: 'jetmon-b is silent for 14m',
    facts: ['jetmon-b:monitor: state running'],
    issue_refs: [],
    buckets_affected: 0,
    steps: [
      {
        text: 'On jetmon-b: is it running?',
        on_host: 'jetmon-b',
        command: { kind: 'shell', text: 'systemctl status jetmon2' },
      },
      { text: 'See who is silent', command: { kind: 'sql', text: 'SELECT 1;' } },
    ],
    ...overrides,
  };
}
