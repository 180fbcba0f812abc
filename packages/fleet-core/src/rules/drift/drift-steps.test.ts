import { expect, it } from 'vitest';
import { driftListing } from '../../sql/drift/drift-listing.ts';
import { TABLE_NAMES } from '../../sql/schema/table-names.ts';
import { makeDrift } from '../../testing/make/make-drift.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';

const listing = driftListing(TABLE_NAMES.jetmon, 1000);

it.each([
  ['that were counted by pairs', makeReading(makeDrift(1, 'pairs')), listing.pairs],
  ['that were counted by sites', makeReading(makeDrift(1, 'sites')), listing.sites],
  ['that could not be counted', failedReading(), listing.pairs],
])('for sites %s the statement to copy goes by the same rule', (_, projection_drift, sql) => {
  const { causes } = makeSnapshot({ projection_drift });
  expect(causes).toMatchObject([{ code: 'projection_drift', steps: [{ command: { text: sql } }, {}] }]);
});
