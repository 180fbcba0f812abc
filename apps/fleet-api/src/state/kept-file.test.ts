import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kept } from 'fleet-core/kept/kept';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { inTurn } from './in-turn.ts';
import { type KeptFile, type KeptFileOptions, openKeptFile } from './kept-file.ts';

/** Numbers, a line each. */
const kept: Kept<readonly number[]> = {
  nothing: [],
  read: (lines) => {
    const value = lines.filter((line) => typeof line === 'number');
    return { value, unknown: lines.length - value.length };
  },
  lines: (before, after) => after.slice(before.length),
};

let directory: string;
let path: string;
const reported: unknown[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'fleet-kept-'));
  path = join(directory, 'numbers.jsonl');
  reported.length = 0;
});
const opened: KeptFile<readonly number[]>[] = [];
afterEach(async () => {
  for (const file of opened.splice(0)) await file.close();
  rmSync(directory, { recursive: true });
});

async function open(options: Partial<KeptFileOptions<readonly number[]>> = {}) {
  const report = (error: unknown) => reported.push(error);
  const common = { path, kept, mostBytes: 1000, mostAddedBytes: 1000, retryMs: 20, inTurn: inTurn(), report };
  const file = await openKeptFile({ ...common, ...options });
  opened.push(file);
  return file;
}
const text = () => readFileSync(path, 'utf8');
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('a value', () => {
  it('is there again when the file is opened the next time', async () => {
    const file = await open();
    expect(file.found).toEqual({ value: [], left_out: 0 });
    file.keep([1]);
    await file.settle();
    file.keep([1, 2]);
    await file.settle();
    expect(text()).toBe('1\n2\n');
    expect((await open()).found.value).toEqual([1, 2]);
  });

  it('that grows while a write is under way is written by the next, whole', async () => {
    const file = await open();
    for (let count = 1; count <= 50; count++) file.keep(upTo(count));
    await file.settle();
    expect((await open()).found.value).toEqual(upTo(50));
  });

  it('is for nobody else to read', async () => {
    await (await open()).settle();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

describe('what is found', () => {
  it('a last line that was cut off is forgiven, and the next does not run into it', async () => {
    writeFileSync(path, '1\n2\n[3');
    const file = await open();
    expect(file.found).toEqual({ value: [1, 2], left_out: 0 });
    file.keep([1, 2, 4]);
    await file.settle();
    expect((await open()).found).toEqual({ value: [1, 2, 4], left_out: 0 });
  });

  it('lines that are broken or unknown are left out and counted', async () => {
    writeFileSync(path, '1\n[3\n"of a newer version"\n\u0000\u0000\n2\n');
    expect((await open()).found).toEqual({ value: [1, 2], left_out: 3 });
  });

  it('is written anew at once, without what was left out', async () => {
    writeFileSync(path, '1\n[3\n2\n');
    await (await open()).settle();
    expect(text()).toBe('1\n2\n');
  });

  it('a file that cannot be read is an error, and stays as it is', async () => {
    rmSync(path, { force: true });
    symlinkSync(directory, path);
    await expect(open()).rejects.toThrow('EISDIR');
    unlinkSync(path);
  });
});

describe('its size', () => {
  it('stays below the most: the file is written anew, with as much of the newest as fills three quarters', async () => {
    const file = await open({ mostBytes: 100 });
    for (let count = 1; count <= 200; count++) {
      file.keep(upTo(count));
      await file.settle();
      expect(statSync(path).size).toBeLessThanOrEqual(100);
    }
    const { value } = (await open({ mostBytes: 100 })).found;
    expect(value.at(-1)).toBe(199);
    expect(value.length).toBeGreaterThan(100 / 2 / '100\n'.length);
  });
});

describe('what is added to it', () => {
  /** The size after each of the values, when a file of so many numbers is opened. */
  async function sizes(first: number, ...counts: number[]): Promise<number[]> {
    writeFileSync(
      path,
      upTo(first)
        .map((i) => `${i}\n`)
        .join(''),
    );
    const restating: typeof kept = { ...kept, lines: (_, after) => [...after] };
    const file = await open({ kept: restating, mostBytes: 1e6, mostAddedBytes: 8 });
    await file.settle();
    const found: number[] = [];
    for (const count of counts) {
      file.keep(upTo(count));
      await file.settle();
      found.push(statSync(path).size);
    }
    return found;
  }

  it('may be so many bytes before the file is written anew', async () => {
    expect(await sizes(1, 2, 3)).toEqual([2 + 4, 3 * 2]);
  });

  it('may be a quarter of the file where that is more', async () => {
    // 290 bytes, and to them 71, and then 74.
    expect(await sizes(100, 27, 28)).toEqual([290 + 71, 74]);
  });
});

describe('a write that fails', () => {
  /** Whatever is written anew goes to a disk that has no room. */
  const fillDisk = () => symlinkSync('/dev/full', `${path}.new`);

  it('is reported, tried again, and then nothing is missing', async () => {
    writeFileSync(path, '1\n');
    fillDisk();
    const file = await open();
    await file.settle();
    expect(reported[0]).toMatchObject({ code: 'ENOSPC' });
    file.keep([1, 2]);
    unlinkSync(`${path}.new`);
    await expect.poll(() => reported.at(-1)).toBeUndefined();
    expect((await open()).found.value).toEqual([1, 2]);
  });

  it('leaves what was there before', async () => {
    writeFileSync(path, '1\n2\n');
    fillDisk();
    const file = await open();
    file.keep([1, 2, 3]);
    await file.settle();
    expect(text()).toBe('1\n2\n');
  });

  it.skipIf(!canMount())(
    'amid a line leaves nothing torn once there is room again (needs root)',
    async () => {
      const disk = mountSmallDisk();
      const file = await open({ path: join(disk, 'numbers.jsonl'), mostBytes: 1e6 });
      await file.settle();
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(40_000));
      for (let count = 0; reported.at(-1) === undefined; count += 1000) {
        file.keep(upTo(count));
        await file.settle();
      }
      expect(reported.at(-1)).toMatchObject({ code: 'ENOSPC' });
      unlinkSync(join(disk, 'ballast'));
      file.keep(upTo(7000));
      await expect.poll(() => reported.at(-1)).toBeUndefined();
      await file.settle();
      const again = await open({ path: join(disk, 'numbers.jsonl'), mostBytes: 1e6 });
      expect(again.found).toEqual({ value: upTo(7000), left_out: 0 });
    },
  );

  it('to a file that was taken away is no write: it is made anew', async () => {
    const file = await open();
    file.keep([1]);
    await file.settle();
    unlinkSync(path);
    file.keep([1, 2]);
    await file.settle();
    expect(text()).toBe('1\n2\n');
  });

  it('does not let those that wait for their turn wait for ever', async () => {
    const turns = inTurn();
    const failing = turns(() => Promise.reject(new Error('no room')));
    const next = turns(async () => 'next');
    await expect(failing).rejects.toThrow('no room');
    await expect(next).resolves.toBe('next');
  });
});

/** A disk of 64 KB that is gone when the test is over. */
function mountSmallDisk(): string {
  const disk = mkdtempSync(join(tmpdir(), 'fleet-disk-'));
  const mount = () => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  if (mount().status !== 0) throw new Error('no disk was mounted');
  onTestFinished(() => {
    spawnSync('umount', ['-l', disk]);
    rmdirSync(disk);
  });
  return disk;
}

function canMount(): boolean {
  return (
    process.getuid?.() === 0 &&
    spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
  );
}

it('a line that somebody else added is neither lost nor repeated by the next opening', async () => {
  await (await open()).settle();
  appendFileSync(path, '7\n');
  expect((await open()).found.value).toEqual([7]);
});
