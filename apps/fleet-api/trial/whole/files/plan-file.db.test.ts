import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi } from 'fleet-lab/api-process/start-api';
import { rolloutFleet } from 'fleet-lab/scenarios/builders/rollout-fleet';
import { loadState } from 'fleet-lab/state/load-state';
import type { RowDataPacket } from 'mysql2/promise';
import { expect, it, onTestFinished, vi } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { directoryForTest } from '../../harness/fixtures/directory-for-test.ts';
import { apiForTest, databaseForTest } from '../../harness/fixtures/for-one-test.ts';

const ANEW = { FLEET_CACHE_TTL_MS: '0', FLEET_REQUEST_TIMEOUT_MS: '15000' };
const RED = "UPDATE jetmon_process_health SET health_status = 'red' WHERE host_id = ?";

/** A fleet that is well, with a plan file of its own. */
async function plannedFleet() {
  const database = await databaseForTest();
  await loadState(database.admin, rolloutFleet().rows);
  const path = join(directoryForTest(), 'plan.json');
  const write = (plan: unknown) => {
    writeFileSync(`${path}.new`, JSON.stringify(plan));
    renameSync(`${path}.new`, path);
  };
  return { ...database, path, write, env: { ...ANEW, FLEET_PLAN_FILE: path } };
}

async function startProcess(reader: Parameters<typeof startApi>[0]['reader'], env: Record<string, string>) {
  const api = await startApi({ reader, form: 'source', env });
  onTestFinished(() => api.stop());
  return api;
}

it('the plan is that of the file at every answer; a faulty or vanished one is told, and the last good one counts', async () => {
  const { reader, path, write, env } = await plannedFleet();
  write({ stage: 'dynamic' });
  const api = await startProcess(reader, env);
  const seen = async () => {
    const { decision, plan, summary } = await fetchSnapshot(api);
    return [decision.code, plan?.stage, summary.issues.filter((issue) => issue.startsWith('plan'))];
  };
  expect(await seen()).toEqual(['advance', 'dynamic', []]);
  write({ stage: 'dynamic', monitors: [{ host_id: 'jetmon-a', bucket_min: 3 }] });
  const fault = 'monitors[0] has a bucket_min and no bucket_max';
  const told = (what: string) => [`plan: plan.json: ${what}; the last plan that could be read counts`];
  expect(await seen()).toEqual(['hold', 'dynamic', told(fault)]);
  rmSync(path);
  expect(await seen()).toEqual(['hold', 'dynamic', told('it is not there')]);
  write({ stage: 'pinned' });
  expect(await seen()).toEqual(['hold', 'pinned', ['plan: ownership was to be pinned, and is dynamic']]);
  const said = () =>
    api
      .output()
      .split('\n')
      .filter((line) => line.includes('plan_file'))
      .map((line) => JSON.parse(line).msg);
  // No answer waits for the log.
  await expect
    .poll(said)
    .toEqual([
      'the plan is read',
      'the plan cannot be read: the last plan that could be read counts',
      'the plan cannot be read: the last plan that could be read counts',
      'the plan is read',
    ]);
});

it('a start with a faulty plan is a start without one, which is told and is never an advance', async () => {
  const { reader, write, env } = await plannedFleet();
  write([]);
  const { decision, plan, causes } = await fetchSnapshot(await startProcess(reader, env));
  expect([decision.code, plan]).toEqual(['hold', null]);
  expect(causes).toMatchObject([
    {
      code: 'plan_unreadable',
      headline: 'The plan in plan.json cannot be read: the plan must be an object; there is no plan',
      steps: [{ text: 'Mend plan.json (FLEET_PLAN_FILE): the plan must be an object.' }, {}],
    },
  ]);
});

it('no client is told where the file lies', async () => {
  const { reader, path, env } = await plannedFleet();
  const api = await startProcess(reader, env);
  const directory = path.slice(0, -'/plan.json'.length);
  const answer = await fetch(`${api.url}/api/fleet`);
  expect(await answer.text()).not.toContain(directory);
});

it('SIGHUP reads the plan and the password anew, ends the sessions between reads, and is told', async () => {
  const { admin, reader, write, env } = await plannedFleet();
  write({ stage: 'dynamic' });
  const passwordFile = join(directoryForTest(), 'password');
  writeFileSync(passwordFile, reader.password);
  const api = await startProcess(reader, { ...env, DB_PASSWORD: '', DB_PASSWORD_FILE: passwordFile });
  const sessions = async () => {
    const [rows] = await admin.query<RowDataPacket[]>(
      'SELECT id FROM information_schema.processlist WHERE user = ?',
      [reader.user],
    );
    return rows.map(({ id }) => Number(id));
  };
  await fetchSnapshot(api);
  const before = await sessions();
  expect(before).not.toEqual([]);
  write({ stage: 'pined' });
  api.signal('SIGHUP');
  await vi.waitFor(() => expect(api.output()).toContain('reloaded'), { timeout: 30_000 });
  const [line = ''] = api
    .output()
    .split('\n')
    .filter((each) => each.includes('reloaded'));
  expect(JSON.parse(line)).toMatchObject({
    plan: expect.stringMatching(/^stage is "pined"/),
    password_file: passwordFile,
  });
  expect((await fetchSnapshot(api)).decision.code).toBe('hold');
  // A session is listed until its server has done with it.
  await expect.poll(async () => (await sessions()).filter((id) => before.includes(id))).toEqual([]);
});

it('a mute that has become void by what was seen stays so until its entry is changed', async () => {
  const { admin, reader, write, env } = await plannedFleet();
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const muted = { code: 'process_red', until, reason: 'new disk', by: 'anna' };
  write({ muted: [muted] });
  const api = await apiForTest(reader, env);
  const seen = async () => {
    const { decision, plan } = await fetchSnapshot(api);
    return [decision.code, plan?.muted[0]?.void];
  };
  await admin.query(RED, ['jetmon-a']);
  expect(await seen()).toEqual(['advance_as_planned', null]);
  await admin.query(RED, ['jetmon-b']);
  expect(await seen()).toEqual(['stop', 'worse']);
  await admin.query("UPDATE jetmon_process_health SET health_status = 'green' WHERE host_id = 'jetmon-b'");
  expect(await seen()).toEqual(['stop', 'worse']);
  write({ muted: [{ ...muted, reason: 'the same, looked at again' }] });
  expect(await seen()).toEqual(['advance_as_planned', null]);
});
