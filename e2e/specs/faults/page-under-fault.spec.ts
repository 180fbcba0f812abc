import { type Answering, HANGING, type Snapshot, WELL } from '../../harness/fleet-in-time.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { expectHealed, openHealthy } from '../../harness/healthy-in-time.ts';
import { verdict } from '../../harness/verdict.ts';

// A trace would draw the page at each of hundreds of seconds.
test.use({ trace: 'off' });

const says =
  (status: number, contentType: string, body: string): Answering =>
  (route) =>
    route.fulfill({ status, contentType, body });

const altered =
  (alter: (snapshot: Snapshot) => object): Answering =>
  (route, well) =>
    route.fulfill({ json: alter(well()) });

const FAULTS: [api: string, answering: Answering, reason: string][] = [
  ['refuses connections', (route) => route.abort('connectionrefused'), 'The dashboard API cannot be reached'],
  ['hangs, or would answer only after 20 s', HANGING, 'The dashboard API gave no answer within 4s'],
  [
    'answers 503 in the words of a proxy',
    says(503, 'text/html', '<h1>Service unavailable</h1>'),
    'The dashboard API answers HTTP 503: no details',
  ],
  ['answers with HTML', says(200, 'text/html', '<h1>login</h1>'), 'wants you to sign in (HTTP 200)'],
  [
    'answers with JSON cut short',
    says(200, 'application/json', '{"schema_version":1,"generated_at":'),
    'gave an answer that this page cannot read',
  ],
  [
    'is older and knows no settings',
    altered((snapshot) => ({ ...snapshot, settings: undefined })),
    'gave an answer that this page cannot read',
  ],
  [
    'is newer and has raised the version',
    altered((snapshot) => ({ ...snapshot, schema_version: 2 })),
    'speaks version 2 of the snapshot',
  ],
];

for (const [what, answering, reason] of FAULTS) {
  test(`an API that ${what}: NO DATA within 10 s with reason and age, one request at a time, 3 to 4 a minute, and it heals alone`, async ({
    fleet,
    page,
  }) => {
    const inTime = await openHealthy(fleet, page);
    inTime.answering = answering;
    await inTime.pass(10);
    await expect(verdict(page, 'NO DATA')).toBeVisible();
    await expect(page).toHaveTitle(/NO DATA/);
    await expect(page.locator('.verdict-reason')).toContainText(reason);
    await expect(page.getByText(/last good: GREEN, 1[0-5]s ago/)).toBeVisible();
    expect(await page.locator('#root').textContent()).not.toMatch(/\bOK\b/);

    await inTime.pass(50);
    await expect(page.getByText(/last good: GREEN, 1m( [1-5]s)? ago/)).toBeVisible();
    const before = await inTime.requests();
    await inTime.pass(60);
    const after = await inTime.requests();
    expect(after.made - before.made).toBeGreaterThanOrEqual(3);
    expect(after.made - before.made).toBeLessThanOrEqual(4);
    expect(after.most).toBe(1);

    await expectHealed(inTime, 20);
    const healed = await inTime.requests();
    await inTime.pass(15);
    expect((await inTime.requests()).made - healed.made).toBe(3);
    await expect(page.getByTestId('data-age')).toHaveText(/^data read [0-5]s ago$/);
  });
}

test('an API that is older and does not tell since when: the page shows all the rest', async ({
  fleet,
  page,
}) => {
  const inTime = await openHealthy(fleet, page);
  await expect(page.getByText('for at least')).toBeVisible();
  inTime.answering = altered((snapshot) => ({
    ...snapshot,
    decision: { ...snapshot.decision, since: undefined },
  }));
  await inTime.pass(6);
  await expect(verdict(page, 'OK')).toBeVisible();
  await expect(page.getByText('for at least')).toHaveCount(0);
});

test('a 503 whose last snapshot the page cannot read still says what failed and under which request', async ({
  fleet,
  page,
}) => {
  const inTime = await openHealthy(fleet, page);
  const problem = {
    type: 'about:blank',
    title: 'The database cannot be read',
    status: 503,
    request_id: 'r-9',
  };
  inTime.answering = (route, well) => {
    const last_snapshot = { ...well(), settings: undefined };
    const json = { ...problem, last_snapshot, last_snapshot_age_sec: 9 };
    return route.fulfill({ status: 503, json });
  };
  await inTime.pass(6);
  await expect(page.locator('.verdict-reason')).toContainText(
    'HTTP 503: The database cannot be read (request r-9)',
  );
  await expect(page.getByText(/last good: GREEN/)).toBeVisible();
});

for (const path of ['/fleet', '/fleet?wall=1']) {
  test(`an API that is newer and says unknown words: ${path} shows the rest and never takes them for green`, async ({
    fleet,
    page,
  }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const inTime = await openHealthy(fleet, page, path);
    const unknown = { code: 'quantum_decay', severity: 'purple' };
    inTime.answering = altered(({ summary, bucket_coverage, delivery, projection_drift, ...rest }) => ({
      ...rest,
      decision: { code: 'purple', headline: 'Pray: quantum decay', detail: 'quantum decay everywhere' },
      causes: [
        {
          ...unknown,
          planned: true,
          subject: { kind: 'universe', ids: ['multi'] },
          title: 'decay',
          headline: 'quantum decay',
          facts: ['spooky'],
          issue_refs: [0, 99],
          buckets_affected: 0,
          steps: [{ text: 'Look away', command: { kind: 'spell', text: 'lumos' } }],
        },
      ],
      checklist: rest.checklist.map((row) => ({ ...row, status: 'purple', code: 'quantum' })),
      summary: {
        ...summary,
        status: 'purple',
        suggested_next_action_code: 'pray',
        issues: ['quantum decay'],
        issue_details: [
          {
            ...unknown,
            subject: 'jetmon-a:monitor',
            message: 'quantum decay',
            since: '2026-11-23T00:00:00Z',
          },
        ],
        weather: 'fine',
      },
      bucket_coverage: { ...bucket_coverage, status: 'purple', code: 'teleported' },
      delivery: { ...delivery, status: 'purple', posture: { ...delivery.posture, code: 'beamed' } },
      projection_drift: { ...projection_drift, status: 'purple' },
      sources: [{ name: 'tea_leaves', ok: false, read_at: null, duration_ms: 0 }],
      settings: { ...rest.settings, expected_ownership: 'communal' },
    }));
    await inTime.pass(6);
    await expect(page.getByRole('heading', { name: /purple/i })).toBeVisible();
    await expect(page).toHaveTitle(/purple/i);
    await expect(page.getByText('quantum decay').first()).toBeVisible();
    await expect(page.locator('link[rel="icon"]')).not.toHaveAttribute('href', /ok/);
    expect(errors).toEqual([]);
    await expectHealed(inTime, 6);
  });
}

test('a browser that is offline: NO DATA with the age; back online it asks at once and heals', async ({
  fleet,
  page,
}) => {
  const inTime = await openHealthy(fleet, page);
  await page.context().setOffline(true);
  inTime.answering = (route) => route.abort('internetdisconnected');
  await inTime.pass(60);
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  await expect(page.getByText(/last good: GREEN, 1m( [1-5]s)? ago/)).toBeVisible();
  const { made } = await inTime.requests();
  inTime.answering = WELL;
  await page.context().setOffline(false);
  await expect.poll(async () => (await inTime.requests()).made).toBe(made + 1);
  await inTime.pass(1);
  await expect(verdict(page, 'OK')).toBeVisible();
  expect((await inTime.requests()).made).toBe(made + 1);
});
