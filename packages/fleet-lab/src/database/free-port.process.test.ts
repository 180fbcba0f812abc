import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { freePort, isPortFree, type PortRange } from './free-port.ts';

const FREE_PORT = new URL('./free-port.ts', import.meta.url).href;

/** What a process of its own is given, and keeps until it has told all of them. */
async function portsOfAnother(range: PortRange, count: number): Promise<number[]> {
  const program = `import { freePort } from '${FREE_PORT}';
    for (let given = 0; given < ${count}; given++) console.log(await freePort(${JSON.stringify(range)}));`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return stdout.trim().split('\n').map(Number);
}

test('no port is given twice, however many ask at once and whether or not anybody listens on it yet', async () => {
  const range = { first: 19_000, pairs: 8 };
  const ports = await Promise.all(Array.from({ length: range.pairs }, () => freePort(range)));
  expect(ports.toSorted()).toEqual([19_000, 19_002, 19_004, 19_006, 19_008, 19_010, 19_012, 19_014]);
});

test('another process is given none of those that this one has', async () => {
  const range = { first: 19_100, pairs: 8 };
  const own = await Promise.all(Array.from({ length: 5 }, () => freePort(range)));
  const others = await portsOfAnother(range, 3);
  expect(new Set([...own, ...others]).size).toBe(range.pairs);
});

test('what ended gives its ports back, and they are free to listen on', async () => {
  const range = { first: 19_200, pairs: 2 };
  const given = await portsOfAnother(range, 2);
  const again = [await freePort(range), await freePort(range)];
  expect(again.toSorted()).toEqual(given.toSorted());
  for (const port of again) expect(await isPortFree(port)).toBe(true);
});
