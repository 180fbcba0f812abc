import { describe, expect, it } from 'vitest';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { after, isMonitor, on, setProcesses, setReadings } from '../../testing/change-readings.ts';
import { judge } from '../../testing/judge.ts';
import { failedReading } from '../../testing/make/make-reading.ts';
import { discovering, makeAgent, makeVantage, makeVerifliers } from '../../testing/make/make-verifliers.ts';
import { secondsAgo } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';

type Mode = 'active' | 'shadow' | 'static' | 'both' | 'none';

function sectionOf(mode: Mode, readings: Partial<FleetReadings>) {
  const monitors =
    mode === 'none' ? [] : [setProcesses(discovering(mode === 'both' ? 'shadow' : mode), isMonitor)];
  const also = mode === 'both' ? [setProcesses(discovering('active'), on('jetmon-b'))] : [];
  return judge(after(dynamicFleet(), ...monitors, ...also, setReadings(readings))).verifliers;
}

const incomplete = makeVantage({ vantage_id: 'us-east', auth_token_present: false });
const disabled = makeVantage({ vantage_id: 'us-off', enabled: false });
const elsewhere = makeAgent({ agent_id: 'agent-2', endpoint_host: 'v2.example' });
const stale = makeAgent({ agent_id: 'agent-3', last_seen_ms: secondsAgo(601) });
const unread = { verifliers: failedReading() };

describe('the verdict on verifliers is the first that applies', () => {
  it.each([
    ['a table could not be read, discovery active', 'active', unread, 'red', 'query_failed'],
    ['a table could not be read, discovery in shadow mode', 'shadow', unread, 'amber', 'query_failed'],
    ['a table could not be read, no discovery', 'none', unread, 'amber', 'query_failed'],
    ['active, and nothing is registered', 'active', makeVerifliers([], []), 'red', 'no_usable_vantage'],
    ['active, and all are disabled', 'active', makeVerifliers([disabled]), 'red', 'no_usable_vantage'],
    [
      'active, and the only one is incomplete',
      'active',
      makeVerifliers([incomplete]),
      'red',
      'no_usable_vantage',
    ],
    [
      'active on one monitor, in shadow mode on others',
      'both',
      makeVerifliers([incomplete]),
      'red',
      'no_usable_vantage',
    ],
    [
      'active, and one of two is incomplete',
      'active',
      makeVerifliers([makeVantage(), incomplete], [elsewhere, makeAgent()]),
      'red',
      'incomplete_vantages',
    ],
    [
      'active, and one is named at two endpoints',
      'active',
      makeVerifliers([makeVantage()], [elsewhere, makeAgent(), stale]),
      'red',
      'duplicate_endpoints',
    ],
    ['shadow, and nothing is enabled', 'shadow', makeVerifliers([disabled]), 'amber', 'none_enabled'],
    [
      'shadow, and one is incomplete',
      'shadow',
      makeVerifliers([makeVantage(), incomplete], []),
      'amber',
      'incomplete_vantages',
    ],
    [
      'active, and no agent is known',
      'active',
      makeVerifliers([makeVantage()], []),
      'amber',
      'no_fresh_agent',
    ],
    [
      'shadow, and the only agent is silent',
      'shadow',
      makeVerifliers(undefined, [stale]),
      'amber',
      'no_fresh_agent',
    ],
    [
      'shadow, and one is named at two endpoints',
      'shadow',
      makeVerifliers(undefined, [elsewhere, makeAgent(), stale]),
      'amber',
      'duplicate_endpoints',
    ],
    [
      'no discovery, and one is named at two endpoints',
      'none',
      makeVerifliers(undefined, [elsewhere, makeAgent()]),
      'amber',
      'duplicate_endpoints',
    ],
    [
      'active, and one of two agents is silent',
      'active',
      makeVerifliers(undefined, [makeAgent(), stale]),
      'amber',
      'stale_agents',
    ],
    [
      'no discovery, and the only agent is silent',
      'none',
      makeVerifliers([], [stale]),
      'amber',
      'stale_agents',
    ],
    [
      'a row could not be decoded, and all else is well',
      'active',
      makeVerifliers(undefined, undefined, ['vantage x']),
      'amber',
      'rows_unreadable',
    ],
    [
      'a row could not be decoded, and none other is there',
      'none',
      makeVerifliers([], [], ['vantage x']),
      'amber',
      'rows_unreadable',
    ],
    ['no discovery, and nothing registered', 'none', makeVerifliers([], []), 'green', 'static_configuration'],
    [
      'static discovery, and nothing registered',
      'static',
      makeVerifliers([], []),
      'green',
      'static_configuration',
    ],
    [
      'no discovery, and one is incomplete',
      'none',
      makeVerifliers([makeVantage(), incomplete]),
      'amber',
      'incomplete_vantages',
    ],
    ['active, and all is well', 'active', makeVerifliers(), 'green', 'ok'],
    ['shadow, and all is well', 'shadow', makeVerifliers(), 'green', 'ok'],
    ['no discovery, and one is usable', 'none', makeVerifliers([makeVantage()], []), 'green', 'ok'],
    [
      'no discovery, and all are disabled',
      'none',
      makeVerifliers([disabled], []),
      'green',
      'registry_present',
    ],
  ] as const)('%s', (_, mode, readings, status, code) => {
    expect(sectionOf(mode, readings)).toMatchObject({ status, code });
  });
});

describe('a vantage is usable', () => {
  it.each([
    [{}, true, []],
    [{ enabled: false }, false, []],
    [{ endpoint_host: '' }, false, ['no endpoint host']],
    [{ endpoint_host: ' \t' }, false, ['no endpoint host']],
    [{ endpoint_port: ' ' }, false, ['no endpoint port']],
    [{ auth_token_present: false }, false, ['no token']],
    [
      { endpoint_host: '', endpoint_port: '', auth_token_present: false },
      false,
      ['no endpoint host', 'no endpoint port', 'no token'],
    ],
    [{ enabled: false, endpoint_host: '' }, false, []],
  ])('when enabled with host, port and token: %j', (overrides, usable, faults) => {
    const section = sectionOf('none', makeVerifliers([makeVantage(overrides)]));
    expect(section?.vantages).toMatchObject([{ usable, faults }]);
  });
});

describe('an agent is stale past the heartbeat grace of 10m', () => {
  it.each([
    [secondsAgo(600), false, 600],
    [secondsAgo(600) + 1, false, 600],
    [secondsAgo(600) - 1, true, 600],
    [secondsAgo(-30), false, 0],
    [null, true, null],
  ])('last seen at %s', (last_seen_ms, isStale, last_seen_age_sec) => {
    const section = sectionOf('none', makeVerifliers(undefined, [makeAgent({ last_seen_ms })]));
    expect(section?.agents).toMatchObject([{ stale: isStale, last_seen_age_sec }]);
    expect(section).toMatchObject({ stale_agents: isStale ? 1 : 0, fresh_agents: isStale ? 0 : 1 });
  });
});

describe('two endpoints of one vantage are duplicates', () => {
  it.each([
    ['by another host', {}, 1],
    ['by another port', { endpoint_host: 'v1.example', endpoint_port: '7804' }, 1],
    ['not by blanks', { endpoint_host: ' v1.example ', endpoint_port: '7803 ' }, 0],
    ['not of another vantage', { vantage_id: 'us-east' }, 0],
    ['not of a silent agent', { last_seen_ms: secondsAgo(601) }, 0],
    ['of an agent at the grace', { last_seen_ms: secondsAgo(600) }, 1],
    ['not of one that drains', { status: 'draining' }, 0],
    ['not where it names none', { endpoint_host: '', endpoint_port: '' }, 0],
  ])('%s', (_, overrides, duplicate_endpoints) => {
    const agents = [makeAgent(), { ...elsewhere, ...overrides }];
    expect(sectionOf('none', makeVerifliers(undefined, agents))).toMatchObject({ duplicate_endpoints });
  });

  it('agents without a vantage are none of one', () => {
    const agents = [makeAgent({ vantage_id: ' ' }), { ...elsewhere, vantage_id: ' ' }];
    expect(sectionOf('none', makeVerifliers(undefined, agents))).toMatchObject({ duplicate_endpoints: 0 });
  });

  it('the vantage says which', () => {
    const section = sectionOf('none', makeVerifliers(undefined, [elsewhere, makeAgent()]));
    expect(section?.vantages[0]?.faults).toEqual(['2 endpoints: v1.example:7803 and v2.example:7803']);
  });
});
