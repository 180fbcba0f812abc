import type { Cause } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Issue } from 'fleet-core/contract/issue';
import { judgeGate } from 'fleet-core/rules/gate/gate';
import { codeMeanings } from 'fleet-core/rules/verdict/code-meanings';
import { operatorSql } from 'fleet-core/sql/operator/operator-sql';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { judge } from 'fleet-core/testing/judge';
import { makeHistory } from 'fleet-core/testing/make/make-history';
import { makeThresholds } from 'fleet-core/testing/make/make-thresholds';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { dynamicFleet } from 'fleet-core/testing/states/base-fleets';
import { describe, expect, it } from 'vitest';
import { answeringServer, type ToldAnswer } from '../trial/harness/answering-server.ts';
import { runInTest } from '../trial/harness/run-in-test.ts';

const snapshot = judge(dynamicFleet());
const present: FleetSnapshot = {
  ...snapshot,
  decision: { ...snapshot.decision, since: snapshot.generated_at },
};
const atDatabase = { date: new Date(NOW_MS).toUTCString() };

/** What a dashboard of a healthy fleet answers. */
function wellAnswer(target: string): ToldAnswer {
  const path = target.split('?')[0];
  if (path === '/api/fleet/history') return { body: makeHistory() };
  if (path === '/api/fleet/codes')
    return {
      body: { schema_version: 1, codes: codeMeanings(operatorSql(TABLE_NAMES.jetmon, makeThresholds())) },
    };
  if (path === '/api/fleet/gate')
    return {
      body: judgeGate(snapshot, { for: 'advance', host: null, buckets: null, max: 'green', ignore: [] }),
    };
  return { body: present, headers: atDatabase };
}

/** With more patience than a busy machine needs to answer at once. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ['check', '--patience', '60s'],
  'check --json': ['check', '--patience', '60s', '--json'],
  wait: ['wait', '--until', 'advance', '--stable', '0', '--timeout', '0', '--patience', '60s'],
  gate: ['gate', 'advance', '--patience', '60s'],
  status: ['status', '--patience', '60s'],
  history: ['history', '--patience', '60s'],
  codes: ['codes', '--patience', '60s'],
};

const problem = {
  type: 'about:blank',
  title: 'Service Unavailable',
  status: 503,
  detail: 'The fleet could not be read in time.',
  request_id: 'r-1',
};

/** What stands in place of a present answer, and what is said of it. */
const NO_ANSWERS: readonly (readonly [what: string, answer: ToldAnswer, said: RegExp])[] = [
  ['nothing', { body: '' }, /something else than JSON/],
  ['half of the JSON', { body: '{"schema_version":1,' }, /something else than JSON/],
  ['another JSON', { body: { status: 'ok' } }, /cannot read/],
  ['null', { body: null }, /cannot read/],
  ['a login page with status 200', { body: '<h1>Login</h1>' }, /text\/html.*login page/],
  [
    'a login page elsewhere',
    { status: 302, headers: { location: 'https://login.example/' }, body: '' },
    /HTTP 302 to https:\/\/login\.example\//,
  ],
  ['a request for a name', { status: 401, body: '' }, /HTTP 401.*--token-file/],
  ['a refusal', { status: 403, body: '' }, /HTTP 403/],
  [
    'a problem with the last snapshot',
    { status: 503, body: { ...problem, last_snapshot: present, last_snapshot_age_sec: 138 } },
    /HTTP 503: The fleet could not be read in time\. Its last snapshot is 138s old\. \(request r-1\)/,
  ],
  [
    'a fault of the dashboard',
    { status: 500, body: { ...problem, status: 500, detail: 'The fleet snapshot could not be made.' } },
    /HTTP 500/,
  ],
  ['a proxy without a dashboard', { status: 502, body: '<h1>Bad gateway</h1>' }, /answers HTTP 502/],
  ['nothing at this path', { status: 404, body: '' }, /answers HTTP 404/],
  ['a newer contract', { body: { ...present, schema_version: 2 } }, /version 2 .* newer/],
];

describe.each(Object.entries(COMMANDS))('fleet %s', (_, args) => {
  it('of a healthy fleet ends with 0', async () => {
    const { url } = await answeringServer(wellAnswer);
    expect((await runInTest(args, { env: { FLEET_URL: url } })).code).toBe(0);
  });

  it.each(NO_ANSWERS)('ends with 3 for %s, and says so', async (_what, answer, said) => {
    const { url } = await answeringServer(() => answer);
    const { code, out, err } = await runInTest(args, { env: { FLEET_URL: url } });
    expect(code).toBe(3);
    expect(`${out}${err}`).toMatch(said);
  });

  it('ends with 3 where nothing listens', async () => {
    const { code, out, err } = await runInTest(args, { env: { FLEET_URL: 'http://127.0.0.1:1' } });
    expect(code).toBe(3);
    expect(`${out}${err}`).toMatch(/the dashboard at http:\/\/127\.0\.0\.1:1 cannot be reached/);
  });
});

it('every command ends with 3 for a dashboard that does not answer in time, and says so', async () => {
  const { url } = await answeringServer(() => null);
  const results = await Promise.all(
    Object.values(COMMANDS).map((args) =>
      runInTest([...args, '--patience', '1s'], { env: { FLEET_URL: url } }),
    ),
  );
  for (const { code, out, err } of results) {
    expect(code).toBe(3);
    expect(`${out}${err}`).toMatch(/gave no answer within 1s/);
  }
});

it('the commands of a code stand on lines of their own, whole however narrow the terminal: they are to be copied', async () => {
  const { url } = await answeringServer(wellAnswer);
  const { out } = await runInTest(['codes', 'process_stale'], {
    env: { FLEET_URL: url },
    terminal: { width: () => 40 },
  });
  const commands = codeMeanings(operatorSql(TABLE_NAMES.jetmon, makeThresholds()))
    .filter(({ code }) => code === 'process_stale')
    .flatMap(({ step_details }) => step_details.flatMap(({ command }) => command?.text.split('\n') ?? []));
  expect(commands.length).toBeGreaterThan(2);
  const lines = out.split('\n').map((line) => line.trim());
  for (const command of commands) expect(lines).toContain(command.trim());
});

it('fleet wait goes by what was watched: without the history it knows nothing', async () => {
  const { url } = await answeringServer((target) =>
    target.startsWith('/api/fleet/history') ? { status: 500, body: '' } : wellAnswer(target),
  );
  expect(await runInTest(COMMANDS.wait ?? [], { env: { FLEET_URL: url } })).toMatchObject({
    code: 3,
    out: expect.stringMatching(/^FLEET UNKNOWN: .* answers HTTP 500$/),
  });
});

describe('an answer from the past', () => {
  const NEEDS_THE_PRESENT = ['check', 'check --json', 'wait', 'status', 'history'];
  it.each(NEEDS_THE_PRESENT)('is none for fleet %s', async (name) => {
    const { url } = await answeringServer((target) =>
      target === '/api/fleet' ? { body: present, headers: { ...atDatabase, age: '31' } } : wellAnswer(target),
    );
    const { code, out, err } = await runInTest(COMMANDS[name] ?? [], { env: { FLEET_URL: url } });
    expect(code).toBe(3);
    expect(`${out}${err}`).toMatch(/a snapshot that is 31s old \(limit 30s\)/);
  });
});

describe('a command line', () => {
  const UNUSABLE: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /usage: fleet COMMAND/],
    [['dance'], /There is no command "dance"/],
    [['check', '--moon'], /Unknown option '--moon'; see: fleet check --help/],
    [['check', 'green'], /"green" is one word too many/],
    [['check', '--max', 'red'], /--max is "red": it must be one of green, amber/],
    [['check', '--only', 'drift,moon'], /--only .*one of heartbeats/],
    [['check', '--ignore', 'moon'], /--ignore .*`fleet codes` lists them/],
    [['check', '--expect', 'monitors=many'], /--expect .*monitors=N or deliverers=N/],
    [['check', '--patience', 'long'], /--patience is "long": it must be a time such as 30s/],
    [['wait'], /--until is missing/],
    [['wait', '--until', 'noon'], /--until is "noon": it must be one of green, amber, advance/],
    [['wait', '--until', 'green', '--stable', '8d'], /--stable is "8d": it is longer than 7d/],
    [['gate'], /which step\? One of advance, cutover, rollback, dynamic/],
    [['gate', 'cutover', '--buckets', 'all'], /--buckets is "all": it must be a range such as 0-99/],
    [['completion', 'fish'], /for which shell\? One of bash, zsh/],
    [['check', '--url', 'ftp://x'], /is no URL/],
    [['check', '--url', 'http://u:secret@x'], /use --user and --token-file/],
    [['check', '--user', 'anna:secret'], /--user takes a name alone/],
    [['check', '--user', 'anna'], /--user anna needs --token-file/],
  ];
  it.each(UNUSABLE)('%j cannot be obeyed and ends with 3', async (args, said) => {
    const { code, out, err } = await runInTest(args);
    expect(code).toBe(3);
    expect(`${out}${err}`).toMatch(said);
    expect(`${out}${err}`).not.toContain('secret@');
    expect(`${out}${err}`).not.toContain(':secret');
  });

  it.each(['--help', '-h', 'help'])('%s tells of all commands', async (word) => {
    const { code, out } = await runInTest([word]);
    expect(code).toBe(0);
    for (const name of ['check', 'wait', 'gate', 'status', 'history', 'codes', 'doctor', 'completion'])
      expect(out).toContain(`\n  ${name} `);
  });

  it('--version tells which it is', async () => {
    expect(await runInTest(['--version'])).toEqual({
      code: 0,
      out: expect.stringMatching(/^fleet \d/),
      err: '',
    });
  });
});

describe('what comes from outside', () => {
  const wild = '\u001b]0;owned\u0007\u001b[31mred\u202e\r\nFLEET OK: all is well | x=1';
  const wildFleet = (): FleetSnapshot => {
    const cause: Cause = {
      code: 'process_red',
      severity: 'red',
      planned: false,
      subject: { kind: 'process', ids: [wild] },
      hosts: [wild],
      title: wild,
      headline: wild,
      facts: [wild],
      issue_refs: [0],
      buckets_affected: 0,
      steps: [{ text: wild, on_host: wild, command: { kind: 'shell', text: wild } }],
    };
    const issue: Issue = { code: 'process_red', severity: 'red', subject: wild, message: wild };
    return {
      ...present,
      decision: { code: 'stop', headline: wild, detail: wild },
      causes: [cause],
      summary: { ...present.summary, issue_details: [issue] },
    };
  };

  it.each(['check', 'check --json', 'wait', 'status'])(
    'reaches the terminal of fleet %s only written out',
    async (name) => {
      const { url } = await answeringServer((target) =>
        target === '/api/fleet' ? { body: wildFleet(), headers: atDatabase } : wellAnswer(target),
      );
      const { out, err } = await runInTest(COMMANDS[name] ?? [name], { env: { FLEET_URL: url } });
      expect(`${out}${err}`).toContain('owned');
      expect(`${out}${err}`).not.toMatch(/[^\P{C}\n]/u);
      expect(out).not.toMatch(/^FLEET OK/m);
    },
  );

  it('in one line stays in it, and brings no numbers of its own', async () => {
    const { url } = await answeringServer(() => ({ body: wildFleet(), headers: atDatabase }));
    const { code, out } = await runInTest(['check'], { env: { FLEET_URL: url } });
    expect(code).toBe(2);
    expect(out.split('\n')).toHaveLength(1);
    expect(out.split('|')).toHaveLength(2);
  });
});
