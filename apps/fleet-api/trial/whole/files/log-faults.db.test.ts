import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findExecutable } from 'fleet-lab/database/find-executable';
import { isRunning } from 'fleet-lab/testing/is-running';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { drainPipe, fillPipe, makePipe } from '../../harness/process/log-pipe.ts';
import {
  FROM_SOURCE,
  type LonelyApi,
  startWithoutDatabase,
} from '../../harness/process/start-without-database.ts';
import { watchStarvation } from '../../harness/process/starvation.ts';

/** A stop without a client to wait for; the log's last lines get half a second. */
const ENDS_WITHIN_MS = 3000;
/** No answer after this long is none, on a busy machine as well. */
const HANGING_MS = 20_000;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'fleet-log-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

async function expectAlive({ url }: Pick<LonelyApi, 'url'>): Promise<void> {
  for (const [path, status] of [
    ['/healthz', 200],
    ['/api/fleet', 503],
    ['/api/fleet/history', 200],
  ] as const) {
    const response = await fetch(url + path, { signal: AbortSignal.timeout(HANGING_MS) });
    expect([path, response.status]).toEqual([path, status]);
    await response.arrayBuffer();
  }
}

async function expectToEnd({ child, ended, errors }: LonelyApi): Promise<void> {
  const starvation = watchStarvation();
  const sinceMs = Date.now();
  child.kill('SIGTERM');
  expect(await ended, errors()).toEqual([0, null]);
  const endedMs = Date.now();
  // The spell in which the end came is told when it is over.
  await sleep(50);
  starvation.stop();
  expect(endedMs - sinceMs - starvation.between(sinceMs, endedMs)).toBeLessThan(ENDS_WITHIN_MS);
}

describe('a log that', () => {
  it('goes to a full disk neither stops an answer nor the end', async () => {
    const full = openSync('/dev/full', 'w');
    const api = await startWithoutDatabase({ stdout: full });
    closeSync(full);
    await expectAlive(api);
    await expectToEnd(api);
  });

  it('goes into a pipe whose reader has gone neither stops an answer nor the end', async () => {
    const { reader, writer } = makePipe(directory, 'closed');
    const api = await startWithoutDatabase({ stdout: writer });
    closeSync(writer);
    closeSync(reader);
    await expectAlive(api);
    await expectToEnd(api);
  });

  it('goes into a full pipe that nobody reads neither stops an answer nor the end', async () => {
    const { path, reader, writer } = makePipe(directory, 'unread');
    fillPipe(path);
    const api = await startWithoutDatabase({ stdout: writer });
    await expectAlive(api);
    await expectToEnd(api);
    closeSync(writer);
    closeSync(reader);
  });

  it('is read again goes on where it stopped', async () => {
    const { path, reader, writer } = makePipe(directory, 'read-again');
    fillPipe(path);
    const api = await startWithoutDatabase({ stdout: writer });
    await expectAlive(api);
    let text = '';
    while (!text.includes('"source":"snapshot"')) {
      text += drainPipe(reader);
      await sleep(20);
    }
    expect(text.trimStart()).toMatch(/"msg":"fleet dashboard listens"\}\n/);
    await expectToEnd(api);
    closeSync(writer);
    closeSync(reader);
  });

  it.skipIf(findExecutable('script') === null)(
    'goes to a terminal that is closed neither stops an answer nor the end (needs script)',
    async () => {
      const { child, ...terminal } = await startInTerminal(join(directory, 'pid'));
      const pid = Number(readFileSync(join(directory, 'pid'), 'utf8'));
      onTestFinished(() => void spawnSync('kill', ['-9', String(pid)]));
      child.kill('SIGKILL');
      await terminal.ended;
      await expectAlive(terminal);
      process.kill(pid, 'SIGTERM');
      await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: HANGING_MS });
    },
  );
});

/** The command writes its process id, and becomes the dashboard. */
function startInTerminal(pidFile: string): Promise<LonelyApi> {
  const command = `echo $$ > '${pidFile}'; exec ${FROM_SOURCE.map((word) => `'${word}'`).join(' ')}`;
  return startWithoutDatabase({ command: ['script', '-qec', command, '/dev/null'] });
}
