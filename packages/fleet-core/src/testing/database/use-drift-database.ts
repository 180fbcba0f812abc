import type { RowValues } from 'fleet-lab/state/row-values';
import { beforeEach } from 'vitest';
import type { DriftCount, SiteRange } from '../../domain/projection.ts';
import { indexedDrift } from '../../sql/drift/indexed-drift.ts';
import { TABLE_NAMES } from '../../sql/schema/table-names.ts';
import { countBesideEvents, countInPasses } from './count-in-passes.ts';
import { useQueriedDatabase } from './use-queried-database.ts';

/** Counts drift in one of the ways there are. */
export type CountWay = (
  bucketTotal?: number,
  hasEndpointIds?: boolean,
  fromBucket?: number,
) => Promise<DriftCount>;

/** The ids of an empty table begin at 1. */
const TWO_BY_TWO: SiteRange[] = [
  { after_id: null, up_to_id: '2' },
  { after_id: '2', up_to_id: '4' },
  { after_id: '4', up_to_id: null },
];

/** A database whose sites and events are gone before each test, with what puts some there and counts drift. */
export function useDriftDatabase() {
  const { database, insert, run } = useQueriedDatabase();
  const admin = (sql: string) => database().admin.query(sql);
  beforeEach(async () => {
    await admin('TRUNCATE TABLE jetpack_monitor_sites');
    await admin('TRUNCATE TABLE jetmon_events');
  });
  const tables = TABLE_NAMES.jetmon;
  const ways: [string, CountWay][] = [
    [
      'without the recommended index',
      (bucketTotal = 1000, hasEndpointIds = true, fromBucket = 0) =>
        countInPasses({ run }, tables, bucketTotal, { hasEndpointIds, fromBucket }),
    ],
    [
      'in one statement beside the events',
      (bucketTotal = 1000, hasEndpointIds = true, fromBucket = 0) =>
        countBesideEvents({ run }, tables, bucketTotal, { hasEndpointIds, fromBucket }),
    ],
    [
      'in passes of two ids',
      (bucketTotal = 1000, hasEndpointIds = true, fromBucket = 0) =>
        countInPasses({ run }, tables, bucketTotal, { hasEndpointIds, mostListed: 2, fromBucket }),
    ],
    [
      'in ranges of two ids',
      (bucketTotal = 1000, hasEndpointIds = true, fromBucket = 0) =>
        countInPasses({ run }, tables, bucketTotal, { hasEndpointIds, fromBucket, ranges: TWO_BY_TWO }),
    ],
    [
      'in the statement for the recommended index',
      (bucketTotal = 1000, hasEndpointIds = true, fromBucket = 0) =>
        run(indexedDrift(tables, bucketTotal, hasEndpointIds, fromBucket)),
    ],
  ];
  return {
    admin,
    database,
    run,
    ways,
    /** An active site of blog 7 in bucket 0. */
    site: (site_status: number, columns: RowValues = {}) =>
      insert('jetpack_monitor_sites', {
        blog_id: 7,
        bucket_no: 0,
        monitor_active: 1,
        monitor_url: 'https://example.com/',
        site_status,
        ...columns,
      }),
    /** An open http event of blog 7. */
    event: (state: string, columns: RowValues = {}) =>
      insert('jetmon_events', {
        blog_id: 7,
        check_type: 'http',
        severity: 4,
        state,
        ...columns,
      }),
  };
}
