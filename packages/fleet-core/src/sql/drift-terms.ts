/** What the statements that count drift have in common, so that each part of the rule is written once. */

/** An event that is open: `dedup_key` is null once it has ended, and its index leads to the open ones alone. */
export const IS_OPEN_HTTP_EVENT = "dedup_key IS NOT NULL AND check_type = 'http'";

/** A `site` that counts; the parameter is the highest bucket. */
export const IS_COUNTED_SITE = 'site.monitor_active = 1 AND site.bucket_no BETWEEN 0 AND ?';

/** A pair of a `site` and its open `event`, or none, that do not agree. */
export const IS_DRIFT =
  "site.site_status <> CASE event.state WHEN 'Down' THEN 2 WHEN 'Seems Down' THEN 0 ELSE 1 END";
