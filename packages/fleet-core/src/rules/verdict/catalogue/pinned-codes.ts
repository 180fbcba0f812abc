import { act, checkService, look, onHost } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** Issues of pinned ownership. */
export const PINNED_CODES = {
  pinned_overlap: {
    subject: 'buckets',
    question: 'ownership',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning:
      'Active monitors are pinned to the same buckets. Their sites are checked twice, and alerts may go out twice.',
    likelyCauses: ['a range was moved and its old holder was not restarted', 'a range was mistyped'],
    steps: (about, sql) => [
      look('See what the monitors report', sql.monitor_ranges),
      onHost(about, 'check its pinned range', './jetmon2 rollout pinned-check'),
    ],
  },
  pinned_owner_rows: {
    subject: 'host',
    tally: ['owner row in pinned buckets', 'owner rows in pinned buckets'],
    crowd: 'owner rows claim pinned buckets',
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A row of dynamic ownership claims buckets that an active monitor is pinned to. After the change to dynamic ownership both would watch them.',
    likelyCauses: ['a dynamic monitor ran here before', 'the change to dynamic ownership was begun and left'],
    steps: (about, sql) => [
      look('See which rows claim pinned buckets', sql.bucket_owners),
      checkService(about, 'does a monitor with dynamic ownership run there?'),
    ],
  },
  pinned_range_invalid: {
    subject: 'process',
    tally: ['impossible pinned range', 'impossible pinned ranges'],
    crowd: 'monitors are pinned to impossible ranges',
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A pinned monitor reports no range, one upside down, or one beyond BUCKET_TOTAL. Which sites it checks is not known.',
    likelyCauses: ['its configuration is wrong', "this dashboard's BUCKET_TOTAL is not the fleet's"],
    steps: (about, sql) => [
      look('See what the monitors report', sql.monitor_ranges),
      onHost(about, 'check its pinned range', './jetmon2 rollout pinned-check'),
      act("Compare BUCKET_TOTAL of this dashboard with the fleet's."),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
