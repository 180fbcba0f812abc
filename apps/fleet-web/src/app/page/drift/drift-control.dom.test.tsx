import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { makeDriftDetail } from '../../../testing/make-drift-detail.ts';
import { renderFleet } from '../../../testing/render-fleet.tsx';
import { snapshotWith } from '../../../testing/snapshot-with.ts';
import { unlistedWord } from '../../../testing/unlisted-word.ts';

const DRIFT: Parameters<typeof snapshotWith>[0] = {
  projection_drift: { status: 'red', count: 3, rule: 'pairs', checked_at: '2026-04-30T14:00:00Z' },
};

type Answer = { readonly status?: number; readonly body: unknown };

/** Shows a fleet in which sites drift; what `/api/fleet/drift` answers can be changed. Counts how often it is asked. */
async function showFleet(first: Answer, snapshot = snapshotWith(DRIFT)) {
  let answer = first;
  const asked = vi.fn();
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
    if (!String(url).endsWith('/api/fleet/drift')) return new Response(JSON.stringify(snapshot));
    asked();
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 });
  });
  renderFleet('sites');
  await screen.findByRole('heading', { name: 'OK', level: 2 });
  return {
    asked,
    change(next: Answer) {
      answer = next;
    },
  };
}

const open = () => fireEvent.click(screen.getByRole('button', { name: 'Show sites' }));
const dialog = () => within(screen.getByRole('dialog', { name: 'Sites that differ from their events' }));

it('asks only when it is opened, and shows causes with what to do, buckets and sites', async () => {
  const { asked } = await showFleet({ body: makeDriftDetail() });
  expect(asked).not.toHaveBeenCalled();
  open();
  await dialog().findByText('3 sites differed from their open http events at 2026-04-30 14:00:00 UTC.');
  expect(asked).toHaveBeenCalledTimes(1);
  expect(dialog().getByRole('row', { name: /^down without event 2 .*Read the log\.$/ })).toBeTruthy();
  expect(dialog().getByText('3 (2), 499 (1)')).toBeTruthy();
  expect(
    dialog().getByRole('row', {
      name: '18446744073709551615 8 499 1 running 2 down one down event not shown',
    }),
  ).toBeTruthy();
});

it('says how many more sites and buckets there are', async () => {
  await showFleet({
    body: makeDriftDetail({
      count: 5003,
      site_count: 5000,
      truncated: true,
      other_buckets: { buckets: 980, count: 4997 },
    }),
  });
  open();
  await dialog().findByRole('heading', { name: '3 of 5,000 sites' });
  expect(dialog().getByText(/, in 5,003 pairs of a site and an event\.$/)).toBeTruthy();
  expect(dialog().getByText('3 (2), 499 (1); 980 more buckets (4997)')).toBeTruthy();
});

it('is asked again when told to, when it is opened anew, and not by itself', async () => {
  const { asked, change } = await showFleet({ body: makeDriftDetail() });
  open();
  await dialog().findByText(/^3 sites/);
  change({ body: makeDriftDetail({ count: 1, site_count: 1 }) });
  fireEvent.click(dialog().getByRole('button', { name: 'Ask again' }));
  await dialog().findByText(/^1 site differed from its/);
  window.dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(asked).toHaveBeenCalledTimes(2);
  fireEvent.click(dialog().getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  open();
  await dialog().findByText(/^1 site differed from its/);
  expect(asked).toHaveBeenCalledTimes(3);
});

it('says so when none drifts any more', async () => {
  const none = { count: 0, site_count: 0, by_cause: [], by_bucket: [], sites: [] };
  await showFleet({ body: makeDriftDetail(none) });
  open();
  await dialog().findByText(/^None: no site differed from its open http events at/);
  expect(dialog().queryByRole('table')).toBeNull();
});

it('says why there was nothing to count', async () => {
  const unknown = { checked_at: null, rule: null, count: null, site_count: null, by_cause: [], sites: [] };
  await showFleet({ body: makeDriftDetail({ ...unknown, error: 'BUCKET_TOTAL is 0; set it' }) });
  open();
  await dialog().findByText('BUCKET_TOTAL is 0; set it.');
});

it.each([
  [
    'a problem',
    {
      status: 503,
      body: {
        type: 'about:blank',
        title: 'Service Unavailable',
        status: 503,
        request_id: 'r-1',
        detail: 'The database could not be read in time.',
      },
    },
    'The dashboard API answers HTTP 503: The database could not be read in time.',
  ],
  ['a page of a proxy', { status: 502, body: '<h1>' }, 'The dashboard API answers HTTP 502: no details.'],
  [
    'something else',
    { body: { schema_version: 1 } },
    'The dashboard API gave an answer that this page cannot read.',
  ],
  [
    'a newer contract',
    { body: makeDriftDetail({ schema_version: 2 }) },
    'The dashboard API gave an answer that this page cannot read.',
  ],
])('a failure with %s is told, and no older answer stands beside it', async (_, failure, text) => {
  const { change } = await showFleet({ body: makeDriftDetail() });
  open();
  await dialog().findByText(/^3 sites/);
  change(failure);
  fireEvent.click(dialog().getByRole('button', { name: 'Ask again' }));
  await dialog().findByText(text);
  expect(dialog().queryByRole('table')).toBeNull();
});

it('shows words that it does not know as they are', async () => {
  const cause = { code: unlistedWord('moon_phase'), count: 3, meaning: 'It waxes.', what_to_do: 'Wait.' };
  await showFleet({ body: makeDriftDetail({ by_cause: [cause] }) });
  open();
  expect(await dialog().findByRole('row', { name: 'moon phase 3 It waxes. Wait.' })).toBeTruthy();
});

it('there is nothing to open while no site drifts, and there is when the count could not be read', async () => {
  await showFleet({ body: makeDriftDetail() }, snapshotWith());
  expect(screen.queryByRole('button', { name: 'Show sites' })).toBeNull();
});

it('can be opened when the count could not be read', async () => {
  const unread = {
    status: 'red',
    count: null,
    rule: null,
    checked_at: null,
    error: 'could not be read',
  } as const;
  await showFleet({ body: makeDriftDetail() }, snapshotWith({ projection_drift: unread }));
  expect(screen.getByRole('button', { name: 'Show sites' })).toBeTruthy();
});
