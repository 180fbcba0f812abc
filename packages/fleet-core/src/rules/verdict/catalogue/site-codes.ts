import { act, anywhere, look, readLog } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** Issues of the sites themselves: their checks and their projection. */
export const SITE_CODES = {
  projection_drift: {
    subject: 'sites',
    question: 'drift',
    inSummary: true,
    nextActions: { red: 'fix_projection_drift', amber: 'confirm_bucket_ownership' },
    meaning:
      'The legacy table shows sites in another state than their open events say, or the count could not be read. A rollback would begin from a wrong state.',
    likelyCauses: [
      'the projection was switched off, or failed',
      'sites were changed by hand',
      'the count took longer than it may',
    ],
    steps: ({ driftRule }, sql) => [
      look('See which sites differ', sql.drifting_sites[driftRule ?? 'pairs']),
      anywhere('Let Jetmon list them', './jetmon2 rollout projection-drift --limit=50'),
    ],
  },
  sites_unchecked: {
    subject: 'host',
    tally: ['owner that leaves buckets unchecked', 'owners that leave buckets unchecked'],
    crowd: 'owners leave buckets unchecked',
    question: 'checks',
    inSummary: false,
    severities: ['red', 'amber'],
    meaning:
      'A host owns buckets and has checked none of their sites for too long, though its monitor runs. An outage there goes unnoticed.',
    likelyCauses: [
      'its check workers hang',
      'it does not know that the range is its own',
      'it has more sites than it can check in time',
    ],
    steps: (about, sql) => [
      readLog(about, 'what is it doing?'),
      look('See the newest check of each bucket', sql.unchecked_buckets),
      anywhere('Let Jetmon check the activity itself', './jetmon2 rollout activity-check'),
    ],
  },
  sites_outside_buckets: {
    subject: 'sites',
    question: 'checks',
    inSummary: false,
    severities: ['amber'],
    meaning: 'Active sites lie in buckets from BUCKET_TOTAL on. Nobody can own these, so nobody checks them.',
    likelyCauses: [
      "this dashboard's BUCKET_TOTAL is not the fleet's",
      'sites were inserted with a wrong bucket',
    ],
    steps: (_about, sql) => [
      look('See which buckets they are in', sql.sites_outside_buckets),
      act("Compare BUCKET_TOTAL of this dashboard with the fleet's."),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
