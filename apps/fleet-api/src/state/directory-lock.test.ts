import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { DirectoryBusy, lockDirectory, removeDead } from './directory-lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'fleet-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Leaves a socket at which nobody answers, as a process does that is killed. */
async function leaveDeadLock(): Promise<void> {
  const holder = join(directory, 'holder.cjs');
  const lock = JSON.stringify(join(directory, 'lock'));
  writeFileSync(holder, `require('node:net').createServer().listen(${lock}, () => process.send('locked'));`);
  const child = fork(holder, { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  rmSync(holder);
}

it('a directory is locked by one, and by the next once that one has let go', async () => {
  const lock = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toThrow(DirectoryBusy);
  await lock.release();
  await (await lockDirectory(directory)).release();
  expect(readdirSync(directory)).toEqual([]);
});

it('what a killed process left does not lock it', async () => {
  await leaveDeadLock();
  expect(existsSync(join(directory, 'lock'))).toBe(true);
  const lock = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toThrow(DirectoryBusy);
  expect(readdirSync(directory)).toEqual(['lock']);
  await lock.release();
});

it('of many that find what a killed process left, one locks it', async () => {
  await leaveDeadLock();
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
  const locks = outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value);
  expect(locks).toHaveLength(1);
  await expect(lockDirectory(directory)).rejects.toThrow(DirectoryBusy);
  for (const lock of locks) await lock.release();
});

it('a turn that was never ended, since its process was killed, ends by itself', async () => {
  await leaveDeadLock();
  const turn = join(directory, 'lock.turn');
  mkdirSync(turn);
  const longAgo = new Date(Date.now() - 6000);
  utimesSync(turn, longAgo, longAgo);
  await (await lockDirectory(directory)).release();
  expect(readdirSync(directory)).toEqual([]);
});

it('a turn that another process has just begun is waited for', async () => {
  await leaveDeadLock();
  const turn = join(directory, 'lock.turn');
  mkdirSync(turn);
  const locking = lockDirectory(directory);
  await expect.poll(() => existsSync(join(directory, 'lock'))).toBe(true);
  rmdirSync(turn);
  await (await locking).release();
});

it('a lock that another process took just before the dead one was to be removed stays where it is', async () => {
  const lock = await lockDirectory(directory);
  await removeDead(join(directory, 'lock'));
  await expect(lockDirectory(directory)).rejects.toThrow(DirectoryBusy);
  expect(readdirSync(directory)).toEqual(['lock']);
  await lock.release();
});

it('a file of that name is replaced', async () => {
  writeFileSync(join(directory, 'lock'), '');
  await (await lockDirectory(directory)).release();
  expect(readdirSync(directory)).toEqual([]);
});

it('a directory that is not there is an error that names it', async () => {
  await expect(lockDirectory(join(directory, 'nowhere'))).rejects.toThrow('nowhere');
});
