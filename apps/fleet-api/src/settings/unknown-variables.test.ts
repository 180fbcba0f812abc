import { expect, it } from 'vitest';
import { unknownVariables } from './unknown-variables.ts';

const SETTINGS = ['BUCKET_TOTAL', 'DB_PASSWORD', 'DASHBOARD_PORT', 'FLEET_CACHE_TTL_MS', 'LOG_LEVEL'];

it.each([
  ['BUCKET_TOTALS', 'BUCKET_TOTALS is no setting; the nearest is BUCKET_TOTAL'],
  ['DB_PASSWROD', 'DB_PASSWROD is no setting; the nearest is DB_PASSWORD'],
  ['DASHBORD_PORT', 'DASHBORD_PORT is no setting; the nearest is DASHBOARD_PORT'],
  ['FLEET_CACHE_TTL', 'FLEET_CACHE_TTL is no setting; the nearest is FLEET_CACHE_TTL_MS'],
  ['LOGLEVEL', 'LOGLEVEL is no setting; the nearest is LOG_LEVEL'],
  ['FLEET_SOMETHING_ELSE', 'FLEET_SOMETHING_ELSE is no setting'],
])('%s is told', (name, line) => {
  expect(unknownVariables([name], SETTINGS)).toEqual([line]);
});

it.each([
  'BUCKET_TOTAL',
  'PATH',
  'HOME',
  'LOG_FORMAT',
  'NODE_OPTIONS',
  'DATABASE_PASSWORD',
  'FLEET_LAB_DATABASE_URL',
])('%s is not', (name) => {
  expect(unknownVariables([name], SETTINGS)).toEqual([]);
});
