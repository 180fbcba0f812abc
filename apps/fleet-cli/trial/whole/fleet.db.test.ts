import { staleHost } from 'fleet-lab/scenarios/processes/stale-host';
import { pinnedAsPlanned } from 'fleet-lab/scenarios/rollout/pinned-as-planned';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/commands.ts';
import { fleetProcess } from '../harness/fleet-process.ts';
import { useShownFleet } from '../harness/shown-fleet.ts';

describe('of a fleet that is pinned as planned', () => {
  const fleet = useShownFleet(pinnedAsPlanned);

  it('check is a warning, and ok as planned, in one line with its numbers', async () => {
    const { code, out, err } = await fleet().run('check');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(
      /^FLEET WARNING: Monitors are pinned to their ranges, as planned \| 'red_issues'=0;;0;0 'amber_issues'=1;0;;0 /,
    );
    expect(await fleet().run('check', '--as-planned')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^FLEET OK: Safe to continue: pinned as planned \| /),
    });
  });

  it('check as JSON carries the same', async () => {
    const { code, out } = await fleet().run('check', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      code: 'warning',
      decision: { code: 'advance_as_planned' },
      not_known: [],
    });
  });

  it('wait for an advance ends as soon as it was watched for long enough', async () => {
    const { code, out, err } = await fleet().run('wait', '--until', 'advance', '--stable', '2s');
    expect({ code, out }).toEqual({ code: 0, out: 'FLEET OK: Safe to continue: pinned as planned' });
    expect(err).toMatch(/^\S+Z OK: Safe to continue: pinned as planned$/);
  });

  it('wait for green does not end well', async () => {
    const { code, out } = await fleet().run('wait', '--until', 'green', '--timeout', '1s');
    expect({ code, out }).toEqual({
      code: 1,
      out: 'FLEET WARNING: Monitors are pinned to their ranges, as planned',
    });
  });

  it('the gate answers check by check', async () => {
    const cutover = await fleet().run('gate', 'cutover', '--host', 'jetmon-b', '--buckets', '166-332');
    expect(cutover.code).toBe(0);
    expect(cutover.out.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '✓ owned_once',
      '✓ monitor_fresh',
      '✓ monitor_range',
      '✓ sites_checked',
      '✓ drift',
      '✓ no_owner_row',
      'pass: the',
    ]);
    const wrong = await fleet().run('gate', 'cutover', '--host', 'jetmon-b', '--buckets', '166-331');
    expect(wrong.code).toBe(2);
    expect(wrong.out).toMatch(/^✗ monitor_range .*reports 166-332$/m);
    expect((await fleet().run('gate', 'advance')).code).toBe(0);
    expect((await fleet().run('gate', 'dynamic')).code).toBe(2);
  });

  it('the gate does not know what it cannot be asked', async () => {
    expect(await fleet().run('gate', 'cutover', '--host', 'jetmon-b')).toEqual({
      code: 3,
      out: '',
      err: expect.stringMatching(
        /^fleet: .* HTTP 400: for=cutover needs the parameter "buckets"\. \(request /,
      ),
    });
  });

  it('codes are told in the names of this database', async () => {
    const { code, out } = await fleet().run('codes', 'process_stale');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {9}FROM jetmon_process_health$/m);
    expect((await fleet().run('codes', 'moon_phase')).err).toBe(
      'fleet: there is no issue code "moon_phase"; `fleet codes` lists them',
    );
  });

  it('history begins with the watching', async () => {
    const { code, out } = await fleet().run('history');
    expect(code).toBe(0);
    expect(out).toMatch(/^Watched since \S+Z; the last 1d:\n\S+Z {2}AMBER$/);
  });

  it('the doctor of the dashboard is started, and finds its database well', async () => {
    const { code, out, err } = await fleet().run('doctor');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^✓ process health: read in \d+ ms$/m);
    expect(out).not.toContain('FLEET_URL');
  });

  it('the doctor of other settings says what is wrong, and ends otherwise', async () => {
    const { env } = fleet();
    expect((await fleetProcess(['doctor'], { ...env, DB_PORT: '1' })).code).toBe(2);
    expect((await fleetProcess(['doctor'], { ...env, DB_PORT: 'none' })).code).toBe(3);
  });

  const lines = COMMANDS.flatMap(({ examples }) => examples.map(([line]) => line));
  it.each(lines)('the example of the help runs: %s', async (line) => {
    const [program, ...args] = line.split(' ');
    expect(program).toBe('fleet');
    const quick = args[0] === 'wait' ? ['--stable', '0', '--timeout', '0'] : [];
    const { code, out, err } = await fleet().run(...args, ...quick);
    expect(code).not.toBe(3);
    expect(out).not.toBe('');
    if (args[0] !== 'wait') expect(err).toBe('');
  });
});

describe('of a fleet with a silent host', () => {
  const fleet = useShownFleet(staleHost);

  it('check is critical, whatever is let pass', async () => {
    for (const options of [[], ['--as-planned'], ['--max', 'amber']]) {
      const { code, out } = await fleet().run('check', ...options);
      expect(code).toBe(2);
      expect(out).toMatch(/^FLEET CRITICAL: jetmon-\w is silent/);
    }
  });

  it('wait fails fast', async () => {
    expect((await fleet().run('wait', '--until', 'amber', '--fail-fast')).code).toBe(2);
  });

  it('status tells the decision, the cause with its steps and commands, the checklist and the tables', async () => {
    const { code, out } = await fleet().run('status');
    expect(code).toBe(0);
    expect(out).toMatch(/^✗ RED: Do not advance: jetmon-\w is silent/);
    expect(out).toMatch(/^ {4}1\. .*\n {9}systemctl status jetmon2/m);
    expect(out).toMatch(/^✗ heartbeats: RED, /m);
    expect(out).toMatch(/^jetmon-\w +monitor +\w+ +silent/m);
    expect(out).toMatch(/^webhook +\d/m);
    expect(out).not.toContain('\u001b');
  });

  it('a database that is gone is not known, and the last snapshot is none', async () => {
    await fleet().database.admin.query('RENAME TABLE jetmon_process_health TO gone');
    await expect
      .poll(async () => (await fleet().run('check')).out)
      .toMatch(
        /^FLEET UNKNOWN: .* HTTP 503: The fleet could not be read in time\. Its last snapshot is \d+s old\./,
      );
    for (const args of [
      ['check', '--max', 'amber'],
      ['gate', 'advance'],
      ['status'],
      ['wait', '--until', 'amber', '--timeout', '0'],
    ])
      expect((await fleet().run(...args)).code).toBe(3);
  });
});
