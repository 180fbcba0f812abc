import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FleetHistory } from 'fleet-core/contract/answers/history';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { type ApiProcess, startApi } from 'fleet-lab/api-process/start-api';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { directoryForTest } from '../../harness/fixtures/directory-for-test.ts';
import { FROM_SOURCE, startWithoutDatabase } from '../../harness/process/start-without-database.ts';

const database = useTestDatabase();

/** Read anew for every request, however long a read takes that finds the machine busy. */
async function start(directory: string): Promise<ApiProcess> {
  const env = { FLEET_STATE_DIR: directory, FLEET_CACHE_TTL_MS: '0', FLEET_REQUEST_TIMEOUT_MS: '15000' };
  const api = await startApi({ reader: database().reader, form: 'source', env, keptCharacters: 100_000 });
  onTestFinished(() => api.stop());
  return api;
}

async function kill(api: ApiProcess): Promise<void> {
  api.signal('SIGKILL');
  await api.exited;
}

const history = async ({ url }: { url: string }) =>
  FleetHistory.parse(await (await fetch(`${url}/api/fleet/history`)).json());
const lines = (output: string, words: string) => output.split('\n').filter((line) => line.includes(words));
const told = (output: () => string, words: string) =>
  vi.waitFor(() => expect(output()).toContain(words), { timeout: 30_000 });
const MEMORY_ONLY = 'kept in memory only';

/** Resolves once what was first seen is on disk, for which no answer waits. */
const onDisk = (directory: string, { summary }: FleetSnapshot) =>
  vi.waitFor(
    () => expect(readFileSync(join(directory, 'history.jsonl'), 'utf8')).toContain(`"${summary.since}"`),
    { timeout: 30_000 },
  );

describe('a kill amid writes', () => {
  it('loses nothing: since, transitions and samples are what they were, time after time', async () => {
    const directory = directoryForTest();
    let api = await start(directory);
    const first = await fetchSnapshot(api);
    await onDisk(directory, first);
    for (let round = 1; round <= 3; round++) {
      const before = await history(api);
      // As many looks, and so writes, as there is time for; the kill meets them where it may.
      let isOver = false;
      const loading = Array.from({ length: 4 }, async () => {
        while (!isOver) await fetchSnapshot(api).catch(() => undefined);
      });
      for (let look = 0; look < 10 * round; look++) await fetchSnapshot(api);
      await kill(api);
      isOver = true;
      await Promise.all(loading);
      api = await start(directory);
      const snapshot = await fetchSnapshot(api);
      expect(snapshot.summary.since).toBe(first.summary.since);
      expect(snapshot.summary.issue_details.map(({ since }) => since)).toEqual(
        first.summary.issue_details.map(({ since }) => since),
      );
      const after = await history(api);
      expect(after.watching_since).toBe(before.watching_since);
      expect(after.status_transitions).toEqual(before.status_transitions);
      expect(after.issue_transitions).toEqual(before.issue_transitions);
      expect(after.samples?.level.length).toBeGreaterThanOrEqual(before.samples?.level.length ?? 0);
      expect(api.output()).not.toContain('left out');
    }
  });

  it('leaves no lock, and a stop in good order nothing but its files', async () => {
    const directory = directoryForTest();
    await kill(await start(directory));
    const api = await start(directory);
    expect(api.output()).not.toContain(MEMORY_ONLY);
    await onDisk(directory, await fetchSnapshot(api));
    api.signal('SIGTERM');
    expect(await api.exited).toBe(0);
    expect(readdirSync(directory).sort()).toEqual(['history.jsonl', 'processes.jsonl', 'samples.jsonl']);
    for (const file of ['history', 'samples']) {
      expect(readFileSync(join(directory, `${file}.jsonl`), 'utf8')).toMatch(/\}\n$/);
    }
  });
});

it('lines that are torn or strange are left out, counted in one line of the log, and hide nothing else', async () => {
  const directory = directoryForTest();
  const api = await start(directory);
  const first = await fetchSnapshot(api);
  await onDisk(directory, first);
  await kill(api);
  const file = join(directory, 'history.jsonl');
  appendFileSync(file, '{"looked_at\n{"of":"a newer version"}\n\u0000\u0000\n{"looked_at_ms":17');
  const again = await start(directory);
  expect((await fetchSnapshot(again)).summary.since).toBe(first.summary.since);
  const [line, ...more] = lines(again.output(), 'left out');
  expect(more).toEqual([]);
  expect(JSON.parse(line ?? '')).toMatchObject({ directory, left_out: 3 });
});

it('of two processes on one directory the second says so, and both answer', async () => {
  const directory = directoryForTest();
  const first = await start(directory);
  const seen = await fetchSnapshot(first);
  await onDisk(directory, seen);
  const second = await start(directory);
  expect(lines(second.output(), 'another dashboard uses it')).toHaveLength(1);
  expect(second.output()).toContain(MEMORY_ONLY);
  await fetchSnapshot(second);
  expect(first.output()).not.toContain(MEMORY_ONLY);
  await kill(second);
  await kill(first);
  expect((await fetchSnapshot(await start(directory))).summary.since).toBe(seen.summary.since);
});

it('a full disk is told once, survived, and told once when it is over; then nothing is missing', async () => {
  const directory = directoryForTest();
  await kill(await start(directory));
  const files = ['history', 'processes', 'samples'].map((name) => join(directory, `${name}.jsonl.new`));
  for (const file of files) {
    // Whoever was killed amid a write has left one.
    rmSync(file, { force: true });
    symlinkSync('/dev/full', file);
  }
  const api = await start(directory);
  const since = (await fetchSnapshot(api)).summary.since;
  for (let look = 0; look < 20; look++) await fetchSnapshot(api);
  await told(api.output, 'cannot be written');
  for (const file of files) unlinkSync(file);
  await told(api.output, 'written again');
  expect(lines(api.output(), 'cannot be written')).toHaveLength(1);
  expect(lines(api.output(), 'written again')).toHaveLength(1);
  await kill(api);
  expect((await fetchSnapshot(await start(directory))).summary.since).toBe(since);
});

it('a disk on which a write never comes back stops neither an answer nor the end', async () => {
  const directory = directoryForTest();
  // To open a pipe that nobody reads waits for ever.
  spawnSync('mkfifo', [join(directory, 'history.jsonl.new')]);
  const api = await start(directory);
  for (let look = 0; look < 5; look++) await fetchSnapshot(api);
  const encoding = { headers: { 'accept-encoding': 'br' } };
  expect((await fetch(`${api.url}/api/fleet/history`, encoding)).status).toBe(200);
  api.signal('SIGTERM');
  // As it is killed, it has no exit code.
  expect(await api.exited).toBe(null);
  expect(api.output()).toContain('stopped');
});

describe('a directory', () => {
  const isRoot = process.getuid?.() === 0;

  it.skipIf(isRoot && spawnSync('setpriv', ['--version']).status !== 0)(
    'that another user owns is named, and the dashboard goes on in memory',
    async () => {
      const directory = join(directoryForTest(), 'of-another');
      mkdirSync(directory);
      chmodSync(directory, 0o555);
      if (isRoot) chmodSync(join(directory, '..'), 0o755);
      // Whom no mode keeps out becomes somebody else.
      const asOther = [
        'setpriv',
        '--reuid=65534',
        '--regid=65534',
        '--clear-groups',
        ...FROM_SOURCE,
      ] as const;
      const env = { FLEET_STATE_DIR: directory };
      const api = await startWithoutDatabase({ env, ...(isRoot ? { command: asOther } : {}) });
      await told(api.output, MEMORY_ONLY);
      const [line, ...more] = lines(api.output(), MEMORY_ONLY);
      expect(more).toEqual([]);
      expect(JSON.parse(line ?? '')).toMatchObject({ directory, err: { code: 'EACCES' } });
      expect((await fetch(`${api.url}/api/fleet/history`)).status).toBe(200);
      expect(readdirSync(directory)).toEqual([]);
    },
  );

  it.each([
    ['is not there', 'nowhere'],
    ['is a file', 'file'],
  ])(
    'that %s is a setting that would have to be another: it is named, and the process ends with 2',
    async (_, name) => {
      const directory = directoryForTest();
      writeFileSync(join(directory, 'file'), '');
      await expect(start(join(directory, name))).rejects.toThrow(
        new RegExp(`ended with 2 [\\s\\S]*FLEET_STATE_DIR is "${join(directory, name)}": is no directory`),
      );
    },
  );
});
