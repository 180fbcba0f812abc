import type { Gate, GateCheck } from 'fleet-core/contract/answers/gate';
import { describe, expect, it } from 'vitest';
import { type AskedGate, gateExitCode } from './gate-verdict.ts';

const check = (ok: boolean | null): GateCheck => ({ code: 'drift', ok, fact: 'as told' });

function makeGate(overrides: Partial<Gate> = {}): Gate {
  return {
    schema_version: 1,
    generated_at: '2026-04-30T14:00:00Z',
    question: { for: 'cutover', host: 'jetmon-b', buckets: { min: 0, max: 99 }, max: 'green', ignore: [] },
    ok: true,
    code: 'pass',
    checks: [check(true)],
    ...overrides,
  };
}

const ASKED: AskedGate = { for: 'cutover', host: 'jetmon-b', buckets: '0-99', max: 'green', ignore: [] };
const ofQuestion = (question: Partial<Gate['question']>): Gate =>
  makeGate({ question: { ...makeGate().question, ...question } });

describe('an answer ends with', () => {
  it.each<[number, string, Gate]>([
    [0, 'every check holds', makeGate()],
    [2, 'it fails', makeGate({ ok: false, code: 'fail', checks: [check(true), check(false)] })],
    [3, 'it is not known', makeGate({ ok: false, code: 'unknown', checks: [check(true), check(null)] })],
    [
      2,
      'it fails and more is not known',
      makeGate({ ok: false, code: 'fail', checks: [check(null), check(false)] }),
    ],
    [2, 'a check does not hold, whatever is said of all', makeGate({ checks: [check(true), check(false)] })],
    [3, 'a check is not known, whatever is said of all', makeGate({ checks: [check(null)] })],
    [3, 'nothing was checked', makeGate({ checks: [] })],
    [3, 'it is not ok, and says that it passes', makeGate({ ok: false })],
    [
      3,
      'its word is one of a newer dashboard',
      JSON.parse(JSON.stringify(makeGate()).replace('"pass"', '"fine"')),
    ],
    [3, 'another step was judged', ofQuestion({ for: 'advance' })],
    [3, 'another host was judged', ofQuestion({ host: 'jetmon-c' })],
    [3, 'another range was judged', ofQuestion({ buckets: { min: 0, max: 98 } })],
    [3, 'no range was judged', ofQuestion({ buckets: null })],
    [3, 'more was let pass', ofQuestion({ max: 'amber' })],
    [3, 'more was ignored', ofQuestion({ ignore: ['projection_drift'] })],
  ])('%i where %s', (exitCode, _, gate) => {
    expect(gateExitCode(gate, ASKED)).toBe(exitCode);
  });
});
