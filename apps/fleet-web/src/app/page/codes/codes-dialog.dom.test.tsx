import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { changeQuery } from '../../../location/page-query.ts';
import { makeCode } from '../../../testing/make-code.ts';
import { renderFleet } from '../../../testing/render-fleet.tsx';
import { snapshotWith } from '../../../testing/snapshot-with.ts';

type Answer = { readonly status?: number; readonly body: unknown };

const CATALOGUE = {
  schema_version: 1,
  codes: [makeCode(), makeCode({ code: 'heartbeat_late', meaning: 'It is late.' })],
};

/** Shows a fleet; what `/api/fleet/codes` answers can be changed. Counts how often it is asked. */
async function showFleet(first: Answer = { body: CATALOGUE }) {
  let answer = first;
  const asked = vi.fn();
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
    if (!String(url).endsWith('/api/fleet/codes')) return new Response(JSON.stringify(snapshotWith()));
    asked();
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 });
  });
  renderFleet();
  await screen.findByRole('heading', { name: 'OK', level: 2 });
  return {
    asked,
    change(next: Answer) {
      answer = next;
    },
  };
}

const open = (code: string) => act(() => changeQuery({ code }));
const dialog = (name: string) => within(screen.getByRole('dialog', { name }));

it('is asked for when a code is opened, and for all codes once', async () => {
  const { asked } = await showFleet();
  expect(asked).not.toHaveBeenCalled();
  open('process_stale');
  await dialog('process_stale').findByText('A process has sent no heartbeat.');
  dialog('process_stale').getByRole('button', { name: 'Copy systemctl status jetmon2' });
  open('heartbeat_late');
  await dialog('heartbeat_late').findByText('It is late.');
  expect(asked).toHaveBeenCalledTimes(1);
});

it('the footer leads to all codes, and one of them to what it means', async () => {
  await showFleet();
  fireEvent.click(screen.getByRole('link', { name: 'What codes mean' }));
  fireEvent.click(await dialog('What codes mean').findByRole('link', { name: 'heartbeat_late' }));
  await dialog('heartbeat_late').findByText('It is late.');
});

it.each([
  ['an API without it', { status: 404, body: '<h1>' }, /^The dashboard API answers HTTP 404: no details\./],
  ['a newer contract', { body: { ...CATALOGUE, schema_version: 2 } }, /that this page cannot read\.$/],
])('%s is told, and what it means comes when it is asked again', async (_, failure, text) => {
  const { change } = await showFleet(failure);
  open('process_stale');
  await dialog('process_stale').findByText(text);
  change({ body: CATALOGUE });
  fireEvent.click(dialog('process_stale').getByRole('button', { name: 'Ask again' }));
  await dialog('process_stale').findByText('A process has sent no heartbeat.');
});

it('an older API’s steps are lines', async () => {
  const { step_details: _, can_be_muted: __, ...older } = makeCode();
  await showFleet({ body: { schema_version: 1, codes: [older] } });
  open('process_stale');
  await dialog('process_stale').findByText('Is it running? systemctl status jetmon2');
});

it('a cause that joins several codes is told to be one, beside the codes that there are', async () => {
  await showFleet();
  open('host_silent');
  await dialog('host_silent').findByText(/^"host_silent" is a cause that issues of several codes can have/);
  dialog('host_silent').getByRole('link', { name: 'process_stale' });
});
