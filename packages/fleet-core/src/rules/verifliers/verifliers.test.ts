import { describe, expect, it } from 'vitest';
import { Verifliers } from '../../contract/verifliers.ts';
import { failedReading } from '../../testing/make/make-reading.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { makeAgent, makeVantage, makeVerifliers } from '../../testing/make/make-verifliers.ts';
import { secondsAgo } from '../../testing/make/now.ts';

it('a database without their tables has no section, no source and no question', () => {
  const { verifliers, sources, checklist } = makeSnapshot();
  expect(verifliers).toBeNull();
  expect(sources.map(({ name }) => name)).not.toContain('verifliers');
  expect(checklist.map(({ code }) => code)).not.toContain('verifliers');
});

it('a failed read is said, and nothing of it is zero', () => {
  const { verifliers, sources, checklist } = makeSnapshot({ verifliers: failedReading() });
  expect(verifliers).toMatchObject({
    code: 'query_failed',
    error: 'verifliers could not be read',
    total_vantages: null,
    incomplete_vantages: null,
    fresh_agents: null,
    in_flight: null,
    vantages: [],
    agents: [],
  });
  expect(Verifliers.parse(verifliers)).toEqual(verifliers);
  expect(sources.find(({ name }) => name === 'verifliers')).toMatchObject({ ok: false, read_at: null });
  expect(checklist.find(({ code }) => code === 'verifliers')).toMatchObject({
    status: 'amber',
    fact: 'verifliers could not be read',
    read_at: null,
  });
});

describe('a registry', () => {
  const { verifliers } = makeSnapshot(
    makeVerifliers(
      [
        makeVantage({ vantage_id: 'off', enabled: false }),
        makeVantage({ vantage_id: 'us-east', auth_token_present: false }),
        makeVantage(),
      ],
      [
        makeAgent({ agent_id: 'u', vantage_id: 'unknown', status: 'draining', max_concurrency: null }),
        makeAgent({ agent_id: 'o', vantage_id: 'off' }),
        makeAgent({ agent_id: 'b', last_seen_ms: secondsAgo(700) }),
        makeAgent({ agent_id: 'a', last_seen_ms: secondsAgo(7), protocols: null }),
      ],
    ),
  );

  it('is what the schema says', () => {
    expect(Verifliers.parse(verifliers)).toEqual(verifliers);
  });

  it('is counted, and its capacity summed over all agents', () => {
    expect(verifliers).toMatchObject({
      total_vantages: 3,
      enabled_vantages: 2,
      disabled_vantages: 1,
      usable_vantages: 1,
      incomplete_vantages: 1,
      total_agents: 4,
      fresh_agents: 3,
      stale_agents: 1,
      active_agents: 3,
      max_concurrency: 192,
      queue_capacity: 1024,
      queue_depth: 12,
      active_checks: 8,
      in_flight: 4,
    });
  });

  it('lists enabled vantages first, each with what its agents say', () => {
    expect(verifliers?.vantages).toMatchObject([
      {
        vantage_id: 'eu-west',
        usable: true,
        active_agents: 2,
        fresh_agents: 1,
        stale_agents: 1,
        last_seen: '2026-04-30T13:59:53Z',
        last_seen_age_sec: 7,
      },
      { vantage_id: 'us-east', usable: false, active_agents: 0, last_seen: null, last_seen_age_sec: null },
      { vantage_id: 'off', enabled: false, fresh_agents: 1 },
    ]);
  });

  it('lists agents by vantage, and whether that is enabled', () => {
    expect(
      verifliers?.agents.map(({ agent_id, vantage_preapproved }) => [agent_id, vantage_preapproved]),
    ).toEqual([
      ['a', true],
      ['b', true],
      ['o', false],
      ['u', false],
    ]);
  });
});
