import { CHECKLIST_CODES } from 'fleet-core/contract/checklist';
import { failedReading } from 'fleet-core/testing/make/make-reading';
import { makeSnapshot } from 'fleet-core/testing/make/make-snapshot';
import { makeVantage, makeVerifliers } from 'fleet-core/testing/make/make-verifliers';
import { expect, it } from 'vitest';
import { answered } from '../../../testing/answered.ts';
import { unlistedWord } from '../../../testing/unlisted-word.ts';
import { wallTiles } from './wall-tiles.ts';

const tile = (name: string, checklist = answered('queues', {})) =>
  wallTiles({ checklist }).find((candidate) => candidate.name === name);

it('has one a question, in fixed places', () => {
  expect(wallTiles(makeSnapshot()).map(({ name }) => name)).toEqual([
    'Heartbeats',
    'Buckets',
    'Site checks',
    'Drift',
    'Queues',
    'Delivery owner',
    'Dependencies',
  ]);
});

it.each(CHECKLIST_CODES.slice(0, 7))("has the API's answer to %s, whatever the number is", (code) => {
  const place = CHECKLIST_CODES.indexOf(code);
  const red = answered(code, { status: 'red', brief: '12 failed' });
  expect(wallTiles({ checklist: red })[place]).toMatchObject({ level: 'red', value: '12', unit: 'failed' });
  const planned = answered(code, { status: 'amber', planned: true });
  expect(wallTiles({ checklist: planned })[place]).toMatchObject({ level: 'amber', planned: true });
});

it('has an eighth where the database has verifliers: how many of the enabled vantages can be used', () => {
  const half = makeVerifliers([makeVantage(), makeVantage({ vantage_id: 'b', endpoint_host: '' })]);
  expect(wallTiles(makeSnapshot(half))).toHaveLength(8);
  expect(wallTiles(makeSnapshot(half))[7]).toMatchObject({
    name: 'Verifliers',
    value: '1',
    unit: 'of 2',
    level: 'amber',
  });
  const unread = makeSnapshot({ verifliers: failedReading() });
  expect(wallTiles(unread)[7]).toMatchObject({ name: 'Verifliers', value: 'not read', level: 'amber' });
});

it('says that what was not read was not, and no number', () => {
  const tiles = wallTiles(
    makeSnapshot({
      bucket_owners: failedReading(),
      projection_drift: failedReading(),
      webhook_deliveries: failedReading(),
      alert_deliveries: failedReading(),
    }),
  );
  for (const name of ['Buckets', 'Drift', 'Queues']) {
    expect(tiles.find((each) => each.name === name)).toMatchObject({ value: 'not read', level: 'red' });
  }
});

it.each([
  ['0 due', '0', 'due', 'number'],
  ['2,500 sites', '2,500', 'sites', 'number'],
  ['831 of 1,000', '831', 'of 1,000', 'number'],
  ['2 of 3 failing', '2', 'of 3 failing', 'number'],
  ['none', 'none', '', 'word'],
  ['none reported', 'none reported', '', 'words'],
  ['v2 holds 10', 'v2 holds 10', '', 'words'],
])('draws %s with %s large', (brief, value, unit, size) => {
  expect(tile('Queues', answered('queues', { brief }))).toMatchObject({ value, unit, size });
});

it('tells the whole fact of an API that says nothing shorter', () => {
  const fact = '12 due, 15 pending';
  const checklist = answered('queues', { brief: '', fact });
  expect(tile('Queues', checklist)).toMatchObject({ value: fact, unit: '', size: 'text' });
});

it('shows a question that only a newer API asks by its code', () => {
  const checklist = answered('queues', { code: unlistedWord('write_locks') });
  expect(wallTiles({ checklist }).map(({ name }) => name)).toContain('write locks');
});
