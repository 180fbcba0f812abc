import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_PLAN } from 'fleet-core/domain/plan-in-force';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPlan } from './keep-plan.ts';

const SETTINGS = { bucket_total: 1000, expected_ownership: null };

let directory: string;
let path: string;
let logged: Record<string, unknown>[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'fleet-plan-'));
  path = join(directory, 'plan.json');
  logged = [];
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (plan: unknown, at = path) =>
  writeFileSync(at, typeof plan === 'string' ? plan : JSON.stringify(plan));

function keep(at: string | null = path) {
  return keepPlan(at, SETTINGS, pino({}, { write: (line) => logged.push(JSON.parse(line)) }));
}

const stageOf = async (keeper: ReturnType<typeof keep>) => {
  const { plan, fault } = await keeper.inForce();
  return [plan?.stage, fault];
};
const told = () => logged.map(({ msg, fault }) => (fault === undefined ? msg : `${msg}: ${fault}`));

it('without a file there is no plan', async () => {
  expect(await keep(null).inForce()).toEqual(NO_PLAN);
});

it('the plan is what the file says, under the name of the file alone', async () => {
  write({ stage: 'pinned' });
  expect(await keep().inForce()).toMatchObject({ file: 'plan.json', plan: { stage: 'pinned' }, fault: null });
});

describe('a file that changes is read anew', () => {
  it('written in place, with as many letters', async () => {
    write({ stage: 'pinned' });
    const keeper = keep();
    expect(await stageOf(keeper)).toEqual(['pinned', null]);
    write('{"stage":"mixed" }');
    expect(await stageOf(keeper)).toEqual(['mixed', null]);
  });

  it('renamed over the old one', async () => {
    write({ stage: 'pinned' });
    const keeper = keep();
    await keeper.inForce();
    write({ stage: 'mixed' }, `${path}.new`);
    renameSync(`${path}.new`, path);
    expect(await stageOf(keeper)).toEqual(['mixed', null]);
  });

  it('behind a link that is set to another directory, as those of a ConfigMap', async () => {
    for (const stage of ['pinned', 'mixed']) {
      mkdirSync(join(directory, stage));
      write({ stage }, join(directory, stage, 'plan.json'));
    }
    const data = join(directory, 'data');
    symlinkSync('pinned', data);
    const keeper = keep(join(data, 'plan.json'));
    expect(await stageOf(keeper)).toEqual(['pinned', null]);
    symlinkSync('mixed', `${data}.new`);
    renameSync(`${data}.new`, data);
    expect(await stageOf(keeper)).toEqual(['mixed', null]);
  });
});

describe('the last good plan counts while the file', () => {
  it.each([
    ['is gone', () => rmSync(path), 'it is not there'],
    ['is faulty', () => write({ stage: 'pined' }), /^stage is "pined"/],
    ['is empty', () => write(''), 'it is empty'],
    ['is no text', () => writeFileSync(path, Buffer.from([0xff, 0xfe, 0])), 'it is no text in UTF-8'],
    ['is too large', () => write(' '.repeat(262_145)), 'it is larger than 262144 bytes'],
    [
      'is a directory',
      () => {
        rmSync(path);
        mkdirSync(path);
      },
      'it is no file',
    ],
    [
      'is a pipe into which nobody writes',
      () => {
        rmSync(path);
        execFileSync('mkfifo', [path]);
      },
      'it is no file',
    ],
  ] as const)('%s', async (_, spoil, fault) => {
    write({ stage: 'pinned' });
    const keeper = keep();
    await keeper.inForce();
    spoil();
    expect(await stageOf(keeper)).toEqual(['pinned', expect.stringMatching(fault)]);
  });

  it('and the mended one as soon as it is there', async () => {
    const keeper = keep();
    expect(await stageOf(keeper)).toEqual([undefined, 'it is not there']);
    write({ stage: 'pinned' });
    expect(await stageOf(keeper)).toEqual(['pinned', null]);
  });
});

it('a file that is just being written is no fault', async () => {
  write({ stage: 'pinned' });
  const keeper = keep();
  await keeper.inForce();
  write('{"stage": "mi');
  const found = keeper.inForce();
  // The first look has found the half of it once this runs; the next comes a moment later.
  setTimeout(() => write({ stage: 'mixed' }), 20);
  expect(await found).toMatchObject({ plan: { stage: 'mixed' }, fault: null });
  expect(told()).toEqual(['the plan is read', 'the plan is read']);
});

it('each change is logged once, with the whole path', async () => {
  const keeper = keep();
  const looks = async () => [await keeper.inForce(), await keeper.inForce()];
  await looks();
  write({ stage: 'pinned' });
  await looks();
  write({ stage: 'pined' });
  await looks();
  write({ stage: 'pinnd' });
  await looks();
  write({ stage: 'pinned' });
  await looks();
  expect(told()).toEqual([
    'the plan cannot be read: there is no plan: it is not there',
    'the plan is read',
    expect.stringMatching(
      /^the plan cannot be read: the last plan that could be read counts: stage is "pined"/,
    ),
    expect.stringMatching(/stage is "pinnd"/),
    'the plan is read',
  ]);
  expect(logged.every(({ plan_file }) => plan_file === path)).toBe(true);
});

it('askers at the same time share one look', async () => {
  write({ stage: 'pinned' });
  const keeper = keep();
  await Promise.all(Array.from({ length: 20 }, () => keeper.inForce()));
  expect(told()).toEqual(['the plan is read']);
});

it('a file system that hangs holds up nothing for longer than a second, and is told once', async () => {
  const log = pino({}, { write: (line) => logged.push(JSON.parse(line)) });
  const keeper = keepPlan(path, SETTINGS, log, () => new Promise(() => {}));
  for (const _ of ['first', 'second'])
    expect(await keeper.inForce()).toMatchObject({ plan: null, fault: 'it does not answer' });
  expect(told()).toEqual(['the plan cannot be read: there is no plan: it does not answer']);
});

it('what clients are told names no directory', async () => {
  const { file, fault } = await keep(join(directory, 'secret', 'plan.json')).inForce();
  expect([file, fault]).toEqual(['plan.json', 'it is not there']);
});
