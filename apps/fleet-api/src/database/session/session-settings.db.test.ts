import { processHealth } from 'fleet-core/sql/process-health';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PacketRules, startPacketProxy } from '../../../trial/harness/network/packet-proxy.ts';
import type { Access } from '../access.ts';
import { openDatabase } from '../database.ts';

const DEADLINE_MS = 10_000;
const { rows } = dynamicHealthy.build();
const PROCESS_COUNT = rows.jetmon_process_health.length;
const LIST = processHealth(TABLE_NAMES.jetmon);

/** Its global variables are ours: no other test shares it. */
let server: LabServer;
let lab: LabDatabase;
beforeAll(async () => {
  server = await startLabServer({ databaseUrl: '' });
  lab = await server.createDatabase();
  await loadState(lab.admin, rows);
}, 60_000);
afterAll(() => server.stop());

const DEFAULTS = ['sql_select_limit', 'max_join_size', 'sql_mode', 'init_connect', 'tx_isolation'];
afterEach(async () => {
  for (const name of DEFAULTS) await lab.admin.query(`SET GLOBAL ${name} = DEFAULT`);
});

/** Runs `work` on a database that is opened anew, as every global variable counts for new sessions only. */
async function onNewSession<T>(
  work: (database: ReturnType<typeof openDatabase>) => Promise<T>,
  access: Partial<Access> = {},
): Promise<T> {
  const database = openDatabase({ ...lab.reader, statementTimeoutMs: 2000, ...access });
  return work(database).finally(() => database.close());
}

async function onProxy<T>(rules: PacketRules, work: (access: Partial<Access>) => Promise<T>): Promise<T> {
  const proxy = await startPacketProxy(lab.reader, rules);
  return work({ host: proxy.host, port: proxy.port }).finally(() => proxy.close());
}

describe('a list is read whole', () => {
  it.each([
    'SET GLOBAL sql_select_limit = 3',
    'SET GLOBAL sql_select_limit = 0',
    "SET GLOBAL init_connect = 'SET SESSION sql_select_limit = 3'",
    "SET GLOBAL init_connect = 'SET sql_select_limit = 0, sql_big_selects = 0, max_join_size = 1'",
    'SET GLOBAL max_join_size = 1',
    "SET GLOBAL sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,HIGH_NOT_PRECEDENCE'",
    "SET GLOBAL sql_mode = 'ORACLE'",
    "SET GLOBAL init_connect = 'SET NAMES latin1'",
  ])('after %s', async (cap) => {
    await lab.admin.query(cap);
    const { rows: read } = await onNewSession((database) => database.read(LIST, DEADLINE_MS));
    expect(read).toHaveLength(PROCESS_COUNT);
  });
});

it('every read sees the present, though each session begins with autocommit off', async () => {
  await lab.admin.query("SET GLOBAL init_connect = 'SET autocommit = 0'");
  await onNewSession(async (database) => {
    const stateOf = async () => (await database.read(LIST, DEADLINE_MS)).rows[0]?.reported.state;
    const before = await stateOf();
    await lab.admin.query("UPDATE jetmon_process_health SET state = 'stopped', updated_at = updated_at");
    expect([before, await stateOf()]).toEqual(['running', 'stopped']);
    await lab.admin.query("UPDATE jetmon_process_health SET state = 'running', updated_at = updated_at");
  });
});

const COM_QUERY = 3;

describe('a session that does not hold is refused, and says what does not', () => {
  it.each([
    [
      /^SET SESSION sql_select_limit/,
      'SET GLOBAL sql_select_limit = 3',
      'only 3 of its variables could be read, as with a low sql_select_limit',
    ],
    [
      /^SET SESSION sql_select_limit/,
      'SET GLOBAL sql_select_limit = 30',
      'sql_select_limit is 30 and not 18446744073709551615',
    ],
    [
      /^SET SESSION sql_select_limit/,
      "SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES'",
      'sql_mode is IGNORE_SPACE,NO_BACKSLASH_ESCAPES and not empty',
    ],
    [/^SET SESSION sql_select_limit/, 'SELECT 1', 'the limit on a statement is 0 and not 2000 ms'],
    [
      /^SET SESSION TRANSACTION/,
      "SET GLOBAL tx_isolation = 'READ-COMMITTED'",
      'transaction_isolation is READ-COMMITTED and not REPEATABLE-READ',
    ],
    [/^SET SESSION TRANSACTION/, 'SELECT 1', 'transaction_read_only is OFF and not ON'],
  ])('behind a proxy that swallows %s, after %s', async (swallowed, statement, fault) => {
    await lab.admin.query(statement);
    const swallow: PacketRules = {
      ofClient: (payload) =>
        payload[0] === COM_QUERY && swallowed.test(payload.subarray(1).toString()) ? 'answer-ok' : 'pass',
    };
    const refused = onProxy(swallow, (access) =>
      onNewSession((database) => database.read(LIST, DEADLINE_MS), access),
    );
    await expect(refused).rejects.toMatchObject({
      failureClass: 'session',
      message: expect.stringContaining(fault),
    });
  });

  it('that a faulty init_connect ends is of the same class', async () => {
    await lab.admin.query("SET GLOBAL init_connect = 'NONSENSE'");
    const refused = onNewSession((database) => database.read(LIST, DEADLINE_MS));
    await expect(refused).rejects.toMatchObject({ failureClass: 'session', errno: 1184 });
  });

  it('that the server refuses to set up is of the same class', async () => {
    const broken: PacketRules = {
      ofClient: (payload) => {
        const at = payload.indexOf('sql_auto_is_null');
        if (payload[0] === COM_QUERY && at > 0) payload.write('sql_auto_is_what', at);
        return 'pass';
      },
    };
    const refused = onProxy(broken, (access) =>
      onNewSession((database) => database.read(LIST, DEADLINE_MS), access),
    );
    await expect(refused).rejects.toMatchObject({ failureClass: 'session' });
  });
});

it('a list of which a packet was lost on the way is unreachable, not shorter', async () => {
  let packets = 0;
  const isRow = (payload: Buffer) => payload.includes('jetmon-') && payload.includes('running');
  const lossy: PacketRules = { ofServer: (payload) => (isRow(payload) && ++packets === 3 ? 'drop' : 'pass') };
  const read = onProxy(lossy, (access) =>
    onNewSession((database) => database.read(LIST, DEADLINE_MS), access),
  );
  await expect(read).rejects.toMatchObject({ failureClass: 'unreachable' });
});
