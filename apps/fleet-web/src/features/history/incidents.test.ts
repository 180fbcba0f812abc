import type { FleetHistory } from 'fleet-core/contract/answers/history';
import { makeHistory } from 'fleet-core/testing/make/make-history';
import { describe, expect, it } from 'vitest';
import { incidentsOf, stoodAt } from './incidents.ts';

const at = (minute: number) => `2026-04-30T13:${String(minute).padStart(2, '0')}:00Z`;
const ms = (minute: number) => Date.parse(at(minute));
type Issue = FleetHistory['issue_transitions'][number];
type Level = Issue['to'];

const issue = (minute: number, from: Level, to: Level, told: Partial<Issue> = {}): Issue => ({
  at: at(minute),
  code: 'process_stale',
  from,
  to,
  ...told,
});

const ofIssues = (...issue_transitions: Issue[]) => incidentsOf(makeHistory({ issue_transitions }));

describe('an incident', () => {
  it('is an issue from when it came until it went', () => {
    expect(ofIssues(issue(5, null, 'red'), issue(9, 'red', null))).toMatchObject([
      { codes: ['process_stale'], state: 'red', fromMs: ms(5), toMs: ms(9) },
    ]);
  });

  it('lasts until it went', () => {
    expect(ofIssues(issue(5, null, 'amber'))).toMatchObject([{ fromMs: ms(5), toMs: null }]);
  });

  it('says what it was about when it was at its worst', () => {
    const [one, ...more] = ofIssues(
      issue(5, null, 'amber', { headline: 'a is late', subjects: ['a'] }),
      issue(6, 'amber', 'red', { headline: 'a and b are silent', subjects: ['a', 'b'] }),
      issue(7, 'red', 'amber', { headline: 'b is late', subjects: ['b'] }),
      issue(9, 'amber', null),
    );
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      state: 'red',
      headline: 'a and b are silent',
      subjects: ['a', 'b'],
      fromMs: ms(5),
      toMs: ms(9),
    });
  });

  it('that began before what is told has no beginning', () => {
    expect(ofIssues(issue(9, 'red', null))).toMatchObject([{ state: 'red', fromMs: null, toMs: ms(9) }]);
  });

  it('is one for all issues of a cause that came and went together', () => {
    const headline = 'nothing will drain 90 deliveries';
    const queues = { code: 'delivery_queues', headline } as const;
    const posture = { code: 'delivery_posture', headline } as const;
    const both = ofIssues(issue(5, null, 'amber', queues), issue(5, null, 'red', posture));
    expect(both.map(({ codes, state }) => [codes, state])).toEqual([
      [['delivery_queues', 'delivery_posture'], 'red'],
    ]);
    const oneWent = ofIssues(
      issue(5, null, 'amber', queues),
      issue(5, null, 'red', posture),
      issue(9, 'red', null, { code: 'delivery_posture' }),
    );
    expect(oneWent.map(({ codes }) => codes)).toEqual([['delivery_posture'], ['delivery_queues']]);
  });

  it('that comes again is another one', () => {
    const again = ofIssues(issue(1, null, 'red'), issue(2, 'red', null), issue(3, null, 'red'));
    expect(again.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [ms(3), null],
      [ms(1), ms(2)],
    ]);
  });

  it('is a time in which the fleet could not be read, or nobody looked, as well', () => {
    const history = makeHistory({
      status_transitions: [
        { at: at(0), from: null, to: 'green' },
        { at: at(10), from: 'green', to: 'unread' },
        { at: at(12), from: 'unread', to: 'unwatched' },
      ],
      issue_transitions: [issue(5, null, 'red'), issue(6, 'red', null)],
    });
    expect(incidentsOf(history).map(({ state, fromMs, toMs }) => [state, fromMs, toMs])).toEqual([
      ['unwatched', ms(12), null],
      ['unread', ms(10), ms(12)],
      ['red', ms(5), ms(6)],
    ]);
  });
});

it('an incident stood from its beginning until just before its end', () => {
  const [incident] = ofIssues(issue(5, null, 'red'), issue(9, 'red', null));
  if (incident === undefined) throw new Error('no incident');
  expect([ms(5) - 1, ms(5), ms(9) - 1, ms(9)].map((each) => stoodAt(incident, each))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
