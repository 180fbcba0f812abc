import fc from 'fast-check';

const ids = fc.integer({ min: 1, max: 4 });

const site = fc.record({
  jetpack_monitor_site_id: ids,
  blog_id: ids,
  bucket_no: fc.constantFrom(0, 0, 9, 10),
  monitor_active: fc.constantFrom(1, 1, 0),
  site_status: fc.constantFrom(1, 2, 0),
});
const event = fc.record({
  blog_id: ids,
  endpoint_id: fc.option(ids),
  check_type: fc.constantFrom('http', 'http', 'tls_expiry'),
  state: fc.constantFrom('Down', 'down ', 'Seems Down', 'Warning'),
  ended_at: fc.option(fc.constant('2026-04-30 13:00:00'), { freq: 2 }),
});

type ValueOf<T> = T extends fc.Arbitrary<infer Value> ? Value : never;
export type ArbitrarySite = ValueOf<typeof site>;
export type ArbitraryEvent = ValueOf<typeof event>;

/** A few sites of a few blogs, some of them not counted in ten buckets. */
export const arbitrarySites = fc.uniqueArray(site, {
  selector: (one) => one.jetpack_monitor_site_id,
  maxLength: 4,
});

/** A few events of such sites, some of which are not open or not of http. */
export const arbitraryEvents = fc.array(event, { maxLength: 6 });
