import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { directoryForTest } from '../../harness/fixtures/directory-for-test.ts';
import { FROM_SOURCE } from '../../harness/process/start-without-database.ts';

function check(env: Record<string, string>, args: readonly string[] = ['--check-config']) {
  const [node, ...command] = FROM_SOURCE;
  const { status, stdout, stderr } = spawnSync(node, [...command, ...args], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  const row = (name: string) =>
    stdout
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(/\s{2,}/);
  return { status, stdout, stderr, row };
}

const put = (text: string) => {
  const path = join(directoryForTest(), 'config.json');
  writeFileSync(path, text);
  return path;
};

it('each setting is printed with what it is from, secrets masked, and the end is 0', () => {
  const JETMON_CONFIG = put('{"BUCKET_TOTAL": 512, "DB_NAME": "jetmon_db", "DB_PASSWORD": "hunter2"}');
  const { status, stdout, row } = check({ JETMON_CONFIG, DB_USER: 'jetmon' });
  expect(status).toBe(0);
  expect(row('DB_USER')).toEqual(['DB_USER', 'jetmon', 'environment']);
  expect(row('BUCKET_TOTAL')).toEqual(['BUCKET_TOTAL', '512', JETMON_CONFIG]);
  expect(row('DASHBOARD_PORT')).toEqual(['DASHBOARD_PORT', '8080', 'default']);
  expect(row('DB_PASSWORD')).toEqual(['DB_PASSWORD', '********', JETMON_CONFIG]);
  expect(row('FLEET_PLAN_FILE')).toEqual(['FLEET_PLAN_FILE', '(none)', 'default']);
  expect(stdout).not.toContain('hunter2');
});

it('what would keep it from starting is printed, and the end is 1', () => {
  const { status, stderr, row } = check({ DB_USER: 'jetmon', BUCKET_TOTAL: 'many', BUCKET_TOTALS: '5' });
  expect(status).toBe(1);
  expect(stderr).toContain('BUCKET_TOTAL is "many": is no whole number');
  expect(stderr).toContain('DB_NAME is not set');
  expect(stderr).toContain('the nearest is BUCKET_TOTAL');
  expect(row('BUCKET_TOTAL')).toEqual(['BUCKET_TOTAL', 'many', 'environment']);
});

it('a plan that cannot be read is printed with its fault, and the end is 1', () => {
  const FLEET_PLAN_FILE = put('{"stage": "finished"}');
  const { status, stderr } = check({ DB_USER: 'jetmon', DB_NAME: 'jetmon_db', FLEET_PLAN_FILE });
  expect([status, stderr]).toEqual([1, expect.stringContaining(`FLEET_PLAN_FILE is "${FLEET_PLAN_FILE}": `)]);
});

it('another argument is none: it says which there is, and ends with 2', () => {
  for (const args of [['--check'], ['--check-config', 'x']])
    expect(check({}, args)).toMatchObject({ status: 2, stderr: expect.stringContaining('[--check-config]') });
});
