import { describe, expect, it } from 'vitest';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { veriflierAgents } from './veriflier-agents.ts';
import { veriflierVantages } from './veriflier-vantages.ts';

const NAMES = TABLE_NAMES.jetpack_monitor;
const SECRET = 'never-to-be-seen-9f2c';

const { database, insert, run } = useQueriedDatabase({ tableNames: NAMES });

describe('of a vantage', () => {
  it.each([
    [SECRET, true],
    [` ${SECRET} `, true],
    ['', false],
    ['   ', false],
    ['\t\r\n', false],
  ])('the token %j is only asked for whether it is there: %s', async (auth_token, auth_token_present) => {
    await database().admin.query(`DELETE FROM ${NAMES.veriflier_vantages}`);
    await insert(NAMES.veriflier_vantages, {
      vantage_id: 'eu-west',
      region: 'eu',
      provider: 'p1',
      endpoint_host: 'v1.example',
      endpoint_port: '7803',
      auth_token,
      enabled: 1,
    });
    expect(await run(veriflierVantages(NAMES.veriflier_vantages))).toEqual({
      rows: [
        {
          vantage_id: 'eu-west',
          region: 'eu',
          provider: 'p1',
          endpoint_host: 'v1.example',
          endpoint_port: '7803',
          auth_token_present,
          enabled: true,
        },
      ],
      unreadable: [],
    });
  });

  it('the database sends no column that holds it', async () => {
    const { sql } = veriflierVantages(NAMES.veriflier_vantages);
    await database().admin.query(`UPDATE ${NAMES.veriflier_vantages} SET auth_token = ?`, [SECRET]);
    const [rows] = await database().admin.query(sql);
    expect(JSON.stringify(rows)).toContain('eu-west');
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });
});

describe('of an agent', () => {
  const put = (row: Record<string, string | number | null>) =>
    insert(NAMES.veriflier_agents, { vantage_id: 'eu-west', ...row });
  const protocolsOf = async (agent: string) =>
    (await run(veriflierAgents(NAMES.veriflier_agents))).rows.find((row) => row.agent_id === agent)
      ?.protocols;

  it('all columns are read, and its time in UTC', async () => {
    await put({
      agent_id: 'full',
      hostname: 'h',
      endpoint_host: 'v1.example',
      endpoint_port: '7803',
      version: '2.1',
      protocols: '["v2-json-http"]',
      max_concurrency: 64,
      queue_capacity: 256,
      queue_depth: 3,
      active: 2,
      in_flight: 1,
      status: 'draining',
      last_seen: '2026-04-30 14:00:00',
    });
    const { rows, unreadable } = await run(veriflierAgents(NAMES.veriflier_agents));
    expect(unreadable).toEqual([]);
    expect(rows).toEqual([
      {
        agent_id: 'full',
        vantage_id: 'eu-west',
        hostname: 'h',
        endpoint_host: 'v1.example',
        endpoint_port: '7803',
        version: '2.1',
        protocols: ['v2-json-http'],
        max_concurrency: 64,
        queue_capacity: 256,
        queue_depth: 3,
        active: 2,
        in_flight: 1,
        status: 'draining',
        last_seen_ms: NOW_MS,
      },
    ]);
  });

  it.each([
    ['null', null, []],
    ['json-null', 'null', []],
    ['object', '{"a":1}', null],
    ['numbers', '[1]', null],
    ['text', '"v2"', null],
  ])(
    'protocols that are no list of words are not known, and hide no other: %s',
    async (agent_id, protocols, read) => {
      await put({ agent_id, protocols });
      expect(await protocolsOf(agent_id)).toEqual(read);
      expect(await protocolsOf('full')).toEqual(['v2-json-http']);
    },
  );

  it('protocols that are no JSON at all are not known', async () => {
    const { admin } = database();
    await admin.query(`ALTER TABLE ${NAMES.veriflier_agents} MODIFY protocols TEXT NULL`);
    await put({ agent_id: 'torn', protocols: '["v2-' });
    await put({ agent_id: 'empty', protocols: ' ' });
    expect(await protocolsOf('torn')).toBeNull();
    expect(await protocolsOf('empty')).toEqual([]);
  });

  it('the zero date is no time at which it was seen', async () => {
    await put({ agent_id: 'zero', last_seen: '0000-00-00 00:00:00' });
    const { rows } = await run(veriflierAgents(NAMES.veriflier_agents));
    expect(rows.find((row) => row.agent_id === 'zero')?.last_seen_ms).toBeNull();
  });
});
