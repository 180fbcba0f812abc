/** Names in the docs that must not be there: of what worked examples add, and of a setting misspelt on purpose. */
export const IMAGINED: readonly string[] = ['BUCKET_TOTALS', 'FLEET_JOB_FORGOTTEN_SEC', 'retries-waiting'];
