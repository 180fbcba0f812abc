import type { DriftDetail } from 'fleet-core/contract/answers/drift-detail';

/** Two sites that are down without an event, and one of which an event says more, unless told otherwise. */
export function makeDriftDetail(overrides: Partial<DriftDetail> = {}): DriftDetail {
  const site = { blog_id: '7', bucket: 3, site_status: 2, expected_status: 1, open_events: 'none' } as const;
  return {
    schema_version: 1,
    checked_at: '2026-04-30T14:00:00Z',
    rule: 'pairs',
    count: 3,
    site_count: 3,
    by_cause: [
      {
        code: 'down_without_event',
        count: 2,
        meaning: 'Shown as down without an event.',
        what_to_do: 'Read the log.',
      },
      {
        code: 'down_event_not_shown',
        count: 1,
        meaning: 'An event says Down.',
        what_to_do: 'See who writes.',
      },
    ],
    by_bucket: [
      { bucket: 3, count: 2 },
      { bucket: 499, count: 1 },
    ],
    other_buckets: { buckets: 0, count: 0 },
    sites: [
      { ...site, site_id: '11', cause: 'down_without_event' },
      { ...site, site_id: '12', cause: 'down_without_event' },
      {
        site_id: '18446744073709551615',
        blog_id: '8',
        bucket: 499,
        site_status: 1,
        expected_status: 2,
        open_events: 'one',
        cause: 'down_event_not_shown',
      },
    ],
    truncated: false,
    ...overrides,
  };
}
