import { expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { processCsv } from './process-csv.ts';

const read = '2026-04-30T14:00:00Z';

const rowsOf = (...hosts: string[]) =>
  processCsv(
    hosts.map((host_id) => makeProcess({ host_id })),
    read,
  ).split('\r\n');

it('keeps the order that it is given, one row a process, after the names of the columns', () => {
  const [head, ...rows] = rowsOf('b', 'a');
  expect(head).toMatch(/^\uFEFFprocess_id,host_id,process_type,/);
  expect(rows.map((row) => row.split(',')[0])).toEqual(['b:monitor', 'a:monitor', '']);
});

it('says when each row was read, so that old values cannot be taken for the present', () => {
  const [head, row] = rowsOf('a');
  expect(head).toMatch(/,read_at$/);
  expect(row).toMatch(/,2026-04-30T14:00:00Z$/);
});

it('leaves empty what was not reported', () => {
  const silent = makeProcess({ last_heartbeat_age_sec: null, updated_at: null, bucket_min: null });
  expect(processCsv([silent], read).split('\r\n')[1]).toMatch(
    /^jetmon-a:monitor,jetmon-a,monitor,running,green,,,,/,
  );
});
