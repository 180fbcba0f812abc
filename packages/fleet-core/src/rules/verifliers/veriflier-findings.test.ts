import { describe, expect, it } from 'vitest';
import { after, isMonitor, on, setProcesses, setReadings } from '../../testing/change-readings.ts';
import { causesOf, issueCodes, issuesOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { discovering, makeAgent, makeVantage, makeVerifliers } from '../../testing/make/make-verifliers.ts';
import { secondsAgo } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';

const incomplete = makeVerifliers([makeVantage({ auth_token_present: false })]);

/** The healthy fleet with these rows, whose monitors discover their verifliers in this mode. */
function judgeIn(mode: string, readings: Parameters<typeof setReadings>[0]) {
  return judge(after(dynamicFleet(), setProcesses(discovering(mode), isMonitor), setReadings(readings)));
}

it('verifliers that are well are no issue', () => {
  expect(makeSnapshot(makeVerifliers()).summary).toMatchObject({ status: 'green', issues: [] });
});

it('what is wrong with them is one issue, which counts in the summary as in the decision', () => {
  const { summary, decision } = makeSnapshot(incomplete);
  expect(summary).toMatchObject({
    status: 'amber',
    suggested_next_action_code: 'fix_verifliers',
    issues: ['verifliers: 1 enabled veriflier vantage is incomplete: eu-west has no token'],
  });
  expect(decision).toMatchObject({
    code: 'hold',
    headline: 'Hold: veriflier vantage eu-west has no token',
    detail: '1 enabled veriflier vantage is incomplete: eu-west has no token',
  });
});

it('where discovery is active it stops the rollout', () => {
  const { summary, decision } = judgeIn('active', incomplete);
  expect(summary).toMatchObject({ status: 'red', suggested_next_action_code: 'fix_verifliers' });
  expect(decision).toMatchObject({
    code: 'stop',
    headline: 'Do not advance: no veriflier vantage is usable',
    detail: 'No enabled veriflier vantage is usable, and discovery is active: eu-west has no token',
  });
});

const bare = (vantage_id: string) =>
  makeVantage({ vantage_id, endpoint_host: '', auth_token_present: false });
const elsewhere = makeAgent({ agent_id: 'b', endpoint_host: 'v2.example' });
const silentAgent = (agent_id: string) => makeAgent({ agent_id, last_seen_ms: secondsAgo(900) });
it.each([
  [
    'one that is incomplete by name',
    'shadow',
    makeVerifliers([makeVantage(), bare('us')]),
    'veriflier vantage us has no endpoint host and no token',
    '1 enabled veriflier vantage is incomplete, and discovery is in shadow mode: us has no endpoint host and no token',
  ],
  [
    'several that are incomplete by number',
    'active',
    makeVerifliers([makeVantage(), bare('us'), bare('ap')]),
    '2 enabled veriflier vantages are incomplete',
    '2 enabled veriflier vantages are incomplete, and discovery is active: ap and us',
  ],
  [
    'none enabled',
    'shadow',
    makeVerifliers([makeVantage({ enabled: false })]),
    'no veriflier vantage is enabled, and discovery is in shadow mode',
    'no veriflier vantage is enabled, and discovery is in shadow mode',
  ],
  [
    'none to be found',
    'active',
    makeVerifliers([], []),
    'no veriflier vantage is usable',
    'no veriflier vantage is enabled, and discovery is active',
  ],
  [
    'two endpoints',
    'active',
    makeVerifliers(undefined, [makeAgent(), elsewhere]),
    '1 veriflier vantage has more than one endpoint, and discovery is active: eu-west',
    '1 veriflier vantage has more than one endpoint, and discovery is active: eu-west',
  ],
  [
    'no agent ever',
    'shadow',
    makeVerifliers(undefined, []),
    'no veriflier agent is fresh',
    'no veriflier agent was ever seen, and discovery is in shadow mode',
  ],
  [
    'no agent now',
    'active',
    makeVerifliers(undefined, [silentAgent('b')]),
    'no veriflier agent is fresh',
    'no veriflier agent was seen for over 10m, and discovery is active',
  ],
  [
    'one silent agent by name',
    'active',
    makeVerifliers(undefined, [makeAgent(), silentAgent('b')]),
    'veriflier agent b is silent',
    '1 of 2 veriflier agents was not seen for over 10m: b',
  ],
  [
    'several silent agents by number',
    'active',
    makeVerifliers(undefined, [makeAgent(), silentAgent('b'), silentAgent('c')]),
    '2 veriflier agents are silent',
    '2 of 3 veriflier agents were not seen for over 10m: b and c',
  ],
  [
    'a row that cannot be read',
    'active',
    makeVerifliers(undefined, undefined, ['vantage x']),
    '1 row of verifliers cannot be read: vantage x',
    '1 row of verifliers cannot be read: vantage x',
  ],
] as const)('is told in few words, and in a sentence: %s', (_, mode, readings, title, message) => {
  const snapshot = judgeIn(mode, readings);
  expect(snapshot.verifliers).toMatchObject({ message });
  expect(causesOf('verifliers', snapshot)).toMatchObject([{ title }]);
});

describe('silent agents tell since when', () => {
  const silent = (agent_id: string, ageSec: number | null) =>
    makeAgent({ agent_id, last_seen_ms: ageSec === null ? null : secondsAgo(ageSec) });
  const sinceOf = (mode: string, ...agents: ReturnType<typeof silent>[]) => {
    const snapshot = judgeIn(mode, makeVerifliers(undefined, agents));
    return issuesOf('verifliers', snapshot).map(({ since }) => since);
  };

  it('the first of them, where others are fresh', () => {
    expect(sinceOf('active', makeAgent(), silent('b', 900), silent('c', 660))).toEqual([
      '2026-04-30T13:55:00Z',
    ]);
  });

  it('the last of them, where none is fresh and discovery goes by them', () => {
    expect(sinceOf('active', silent('b', 900), silent('c', 660))).toEqual(['2026-04-30T13:59:00Z']);
  });

  it('not where one was never seen', () => {
    expect(sinceOf('active', makeAgent(), silent('b', 900), silent('c', null))).toEqual([undefined]);
    expect(sinceOf('active', silent('c', null))).toEqual([undefined]);
  });
});

describe('the cause', () => {
  const red = { ...discovering('active', 'red'), health_status: 'red' };
  const fleet = after(dynamicFleet(), setProcesses(red, isMonitor), setReadings(incomplete));

  it('takes in the monitors that are unwell because of nothing else', () => {
    const snapshot = judge(fleet);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('verifliers', snapshot)).toMatchObject([
      {
        severity: 'red',
        issues: ['process_red', 'process_red', 'process_red', 'verifliers'],
        buckets_affected: 1000,
      },
    ]);
  });

  it('takes in that green monitors report discovery red', () => {
    const snapshot = judge(after(fleet, setProcesses({ health_status: 'green' }, isMonitor)));
    expect(issueCodes(snapshot)).toEqual(['verifliers', 'dependency_red']);
    expect(causesOf('verifliers', snapshot)).toMatchObject([{ issues: ['verifliers', 'dependency_red'] }]);
  });

  it('leaves a monitor alone that has other trouble as well', () => {
    const both = [...red.dependency_health, { name: 'mysql', status: 'amber' }];
    const snapshot = judge(after(fleet, setProcesses({ dependency_health: both }, on('jetmon-a'))));
    expect(causesOf('verifliers', snapshot)).toMatchObject([
      { issues: ['process_red', 'process_red', 'verifliers'] },
    ]);
  });

  it('leaves an amber mysql to itself though it is the only one, and discovery is well', () => {
    const amber = { dependency_health: [{ name: 'mysql', status: 'amber' }], health_status: 'amber' };
    const snapshot = judge(after(fleet, setProcesses(amber, isMonitor)));
    expect(causesOf('dependency_failing', snapshot)).toMatchObject([
      { issues: ['process_amber', 'process_amber', 'process_amber'] },
    ]);
  });

  it('says what to do about just this, after what to look at', () => {
    const [cause] = causesOf('verifliers', makeSnapshot(incomplete));
    expect(cause?.steps.map(({ text }) => text)).toEqual([
      'Let Jetmon report what it finds',
      'Fill in what the vantage lacks, or disable it.',
    ]);
    expect(cause?.steps[0]?.command).toEqual({
      kind: 'shell',
      text: './jetmon2 verifliers discovery-report',
    });
  });
});
