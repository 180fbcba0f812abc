import type { Finding } from './finding.ts';

/** What processes could report and this database does not keep; null when that could not be read. */
export function columnsFinding(missing: readonly string[] | null, table: string): Finding {
  const subject = 'columns';
  if (missing === null) return { kind: 'advice', subject, fact: `those of ${table} could not be read` };
  if (missing.length === 0) return { kind: 'well', subject, fact: `${table} has all that can be shown` };
  return {
    kind: 'well',
    subject,
    fact: `${table} is without ${missing.join(', ')}: these are shown as not known`,
  };
}
