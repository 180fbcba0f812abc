import { expect, it, vi } from 'vitest';
import { answerWith } from '../testing/answer-with.ts';
import { makeProblem } from '../testing/make-problem.ts';
import { snapshotWith } from '../testing/snapshot-with.ts';
import { fetchFleet } from './fetch-fleet.ts';

const never = new AbortController().signal;

async function failureOf(status: number, body: unknown) {
  answerWith(status, body);
  return fetchFleet(never, 3_000).then(
    () => undefined,
    (error) => error.failure,
  );
}

it('gives the snapshot of a good answer', async () => {
  answerWith(200, snapshotWith());
  expect(await fetchFleet(never, 3_000)).toEqual({ snapshot: snapshotWith(), ageSec: 0 });
});

it('gives the age that the API tells', async () => {
  const headers = { 'content-type': 'application/json', age: '4' };
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(snapshotWith()), { headers }));
  expect((await fetchFleet(never, 3_000)).ageSec).toBe(4);
});

it('accepts words and fields that it does not know', async () => {
  const { summary, ...rest } = snapshotWith();
  answerWith(200, { ...rest, summary: { ...summary, status: 'purple' }, weather: 'fine' });
  expect((await fetchFleet(never, 3_000)).snapshot.summary.status).toBe('purple');
});

it('a problem says what the API says, and brings its last snapshot as a past one', async () => {
  const last_snapshot = snapshotWith();
  expect(await failureOf(503, makeProblem({ last_snapshot, last_snapshot_age_sec: 138 }))).toEqual({
    kind: 'http',
    status: 503,
    title: 'The database cannot be read',
    request_id: 'r-17',
    past: { snapshot: last_snapshot, ageSec: 138 },
  });
});

it('a problem says what the API says though its last snapshot is of another version', async () => {
  const problem = makeProblem({ last_snapshot_age_sec: 9 });
  expect(
    await failureOf(503, { ...problem, last_snapshot: { ...snapshotWith(), settings: undefined } }),
  ).toEqual({
    kind: 'http',
    status: 503,
    title: 'The database cannot be read',
    request_id: 'r-17',
    past: null,
  });
});

it.each([
  ['a page of a proxy', 502, '<h1>Bad gateway</h1>'],
  ['nothing', 500, ''],
  ['another JSON', 500, '{}'],
])('a failure with %s is still a failure of HTTP', async (_, status, body) => {
  expect(await failureOf(status, body)).toMatchObject({ kind: 'http', status, past: null });
});

it.each([
  ['a login page', '<h1>login</h1>'],
  ['half of the JSON', '{"schema_version":1,'],
  ['a bare verdict', { summary: { status: 'green' } }],
  ['a snapshot of an older API, which makes no decision,', { ...snapshotWith(), decision: undefined }],
  ['null', 'null'],
])('%s with status 200 is no snapshot', async (_, body) => {
  expect(await failureOf(200, body)).toEqual({ kind: 'unreadable' });
});

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PROBLEM = { 'content-type': 'application/problem+json' };

it.each([
  ['a login page with status 200', 200, HTML, 'signed_out'],
  ['a refusal with 401', 401, {}, 'signed_out'],
  ["the API's own refusal with 401", 401, PROBLEM, 'signed_out'],
  ['a refusal with 403 by a proxy', 403, HTML, 'signed_out'],
  ["the API's own refusal with 403", 403, PROBLEM, 'http'],
  ['a page of errors with 502', 502, HTML, 'http'],
])('%s is %3$s', async (_, status, headers, kind) => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('<h1>Hello</h1>', { status, headers }));
  await expect(fetchFleet(never, 3_000)).rejects.toMatchObject({ failure: { kind, status } });
});

it('does not follow whoever leads elsewhere, and takes it for a way to sign in', async () => {
  const led = new Response();
  Object.defineProperties(led, {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
    ok: { value: false },
  });
  const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(led);
  await expect(fetchFleet(never, 3_000)).rejects.toMatchObject({
    failure: { kind: 'signed_out', status: 0 },
  });
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' });
});

it('does not show a snapshot of a newer contract, whose fields may mean something else', async () => {
  expect(await failureOf(200, { ...snapshotWith(), schema_version: 2 })).toEqual({
    kind: 'newer_contract',
    schema_version: 2,
  });
});

it('says so when the API cannot be reached', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
  await expect(fetchFleet(never, 3_000)).rejects.toMatchObject({ failure: { kind: 'network' } });
});

it('gives up a request that hangs', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('', 'TimeoutError')));
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new DOMException('', 'TimeoutError'));
  await expect(fetchFleet(never, 3_000)).rejects.toMatchObject({ failure: { kind: 'timeout', afterSec: 4 } });
});

it('gives an API that has said that it may take longer as long, and a second for the way', async () => {
  const timeouts = vi.spyOn(AbortSignal, 'timeout');
  answerWith(200, snapshotWith());
  await fetchFleet(never, 15_000);
  await fetchFleet(never, 3_000);
  expect(timeouts.mock.calls).toEqual([[16_000], [4_000]]);
});

it('does not take an answer for the present that the machine slept over', async () => {
  const awake = Date.now() + 3_600_000;
  answerWith(200, snapshotWith());
  vi.spyOn(Date, 'now').mockReturnValueOnce(Date.now()).mockReturnValue(awake);
  await expect(fetchFleet(never, 3_000)).rejects.toMatchObject({ failure: { kind: 'timeout', afterSec: 4 } });
});

it('a request that the page itself gives up is no failure of the API', async () => {
  const signal = AbortSignal.abort();
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new DOMException('', 'AbortError'));
  await expect(fetchFleet(signal, 3_000)).rejects.toMatchObject({ name: 'AbortError' });
});
