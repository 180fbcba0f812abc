import type { CodeMeaning } from 'fleet-core/contract/answers/code-catalogue';

/** What a code means, `process_stale` unless told otherwise. */
export function makeCode(overrides: Partial<CodeMeaning> = {}): CodeMeaning {
  return {
    code: 'process_stale',
    severities: ['red'],
    question: 'heartbeats',
    in_summary: true,
    can_be_planned: false,
    can_be_muted: true,
    next_actions: { red: 'investigate_stale_processes' },
    meaning: 'A process has sent no heartbeat.',
    likely_causes: ['its host is down'],
    steps: ['Is it running? systemctl status jetmon2'],
    step_details: [{ text: 'Is it running?', command: { kind: 'shell', text: 'systemctl status jetmon2' } }],
    ...overrides,
  };
}
