import { makeHistory } from 'fleet-core/testing/make-history';
import { expect, it } from 'vitest';
import { transitionTexts } from './transition-texts.ts';

it('tells the latest change first, and not that the watching began', () => {
  const history = makeHistory({
    status_transitions: [
      { at: '2026-04-30T13:00:00Z', from: null, to: 'green' },
      { at: '2026-04-30T13:10:00Z', from: 'green', to: 'unread' },
      { at: '2026-04-30T13:12:00Z', from: 'unread', to: 'unwatched' },
    ],
    issue_transitions: [
      { at: '2026-04-30T13:05:00Z', code: 'process_stale', from: null, to: 'red' },
      { at: '2026-04-30T13:06:00Z', code: 'process_stale', from: 'red', to: null },
    ],
  });
  expect(transitionTexts(history)).toEqual([
    '2026-04-30 13:12:00 UTC  fleet: NO DATA → not watched',
    '2026-04-30 13:10:00 UTC  fleet: OK → NO DATA',
    '2026-04-30 13:06:00 UTC  process stale: RED → cleared',
    '2026-04-30 13:05:00 UTC  process stale: none → RED',
  ]);
});
