import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directoryForTest } from '../../harness/fixtures/directory-for-test.ts';

const UNIT = readFileSync(
  new URL('../../../../../docs/deployment/fleet-api.service', import.meta.url),
  'utf8',
);
const hasAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0;

/** What systemd-analyze says of the unit, once what it starts is there. */
function analyze(args: readonly string[], unit = UNIT) {
  const path = join(directoryForTest(), 'fleet-api.service');
  writeFileSync(path, unit.replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true'));
  const { status, stdout, stderr } = spawnSync('systemd-analyze', [...args, path], { encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

describe.skipIf(!hasAnalyze)('the systemd unit of the docs (needs systemd-analyze)', () => {
  it('has nothing that systemd does not know', () => {
    expect(analyze(['verify', '--man=no'])).toEqual({ status: 0, text: '' });
    const misspelt = UNIT.replace('WatchdogSec', 'WatchDogSec');
    expect(analyze(['verify', '--man=no'], misspelt).text).toContain('WatchDogSec');
  });

  it('gives the process so little that systemd counts an exposure of at most 1.5 of 10', () => {
    const security = ['security', '--offline=true', '--no-pager', '--threshold=15'];
    const { status, text } = analyze(security);
    expect(status, text).toBe(0);
    expect(analyze(security, UNIT.replace(/^ProtectSystem=.*$/m, '')).status).not.toBe(0);
  });
});

it('the unit waits longer for the end than the end takes, and does not repeat a start with bad settings', () => {
  expect(UNIT).toMatch(/^TimeoutStopSec=10$/m);
  expect(UNIT).toMatch(/^RestartPreventExitStatus=2$/m);
});
