/** What an issue or a cause can be about. */
export const SUBJECT_KINDS = [
  'host',
  'process',
  'buckets',
  'queue',
  'dependency',
  'sites',
  'session',
  'fleet',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
