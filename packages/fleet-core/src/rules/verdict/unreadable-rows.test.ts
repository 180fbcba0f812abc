import { expect, it } from 'vitest';
import { makeBucketOwner } from '../../testing/make/make-bucket-owner.ts';
import { makeProcessHealth } from '../../testing/make/make-process-health.ts';
import { makeReading } from '../../testing/make/make-reading.ts';
import { makeReadings } from '../../testing/make/make-readings.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { originalIssues } from '../../testing/original-issues.ts';

it('a process whose row cannot be read is named as an amber issue, so a fleet that hides one is not green', () => {
  const { process_health } = makeReadings();
  const { summary, processes } = makeSnapshot({ process_health: { ...process_health, unreadable: ['x'] } });
  expect(summary).toMatchObject({ status: 'amber', suggested_next_action_code: 'review_warnings' });
  expect(summary.issue_details).toEqual([
    {
      code: 'process_row_unreadable',
      severity: 'amber',
      subject: 'x',
      subject_kind: 'process',
      message: 'process x: its row holds something that cannot be read, so its health is not known',
    },
  ]);
  expect(processes).toHaveLength(4);
});

it('an owner whose row cannot be read is named, and its buckets count as nobody’s', () => {
  const bucket_owners = makeReading([makeBucketOwner('a', 0, 499)], { unreadable: ['b'] });
  const snapshot = makeSnapshot({ bucket_owners });
  const { bucket_coverage } = snapshot;
  expect(bucket_coverage).toMatchObject({ status: 'red', code: 'gap' });
  const issues = originalIssues(snapshot);
  expect(issues.map(({ code, severity, subject }) => [code, severity, subject])).toEqual([
    ['bucket_coverage', 'red', ''],
    ['bucket_owner_row_unreadable', 'amber', ''],
  ]);
  expect(issues[1]?.message).toContain('bucket owner b');
});

it('owners that fill every bucket are no green fleet while one more owner row cannot be read', () => {
  const bucket_owners = makeReading([makeBucketOwner('a', 0, 999)], { unreadable: ['b'] });
  expect(makeSnapshot({ bucket_owners }).summary.status).toBe('amber');
});

it('owner rows of which none can be read are not the same as no owner rows', () => {
  const bucket_owners = makeReading([], { unreadable: ['a'] });
  expect(makeSnapshot({ bucket_owners }).bucket_coverage).toMatchObject({
    status: 'red',
    code: 'query_failed',
    host_count: null,
  });
});

it('processes of which none can be read are not the same as no processes', () => {
  const { summary } = makeSnapshot({ process_health: makeReading([], { unreadable: ['a'] }) });
  const codes = summary.issue_details.map((issue) => issue.code);
  expect(codes).toContain('process_row_unreadable');
  expect(codes).not.toContain('no_process_snapshots');
});

it('rows that can be read raise nothing', () => {
  const process_health = makeReading([makeProcessHealth()], { unreadable: [] });
  expect(originalIssues(makeSnapshot({ process_health }))).toEqual([]);
});
