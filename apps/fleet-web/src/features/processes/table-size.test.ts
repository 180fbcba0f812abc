import { expect, it } from 'vitest';
import { tableSize } from './table-size.ts';

it('has controls from 13 processes', () => {
  expect(tableSize(12).hasControls).toBe(false);
  expect(tableSize(13).hasControls).toBe(true);
});

it('folds the healthy from 51 processes', () => {
  expect(tableSize(50).foldsHealthy).toBe(false);
  expect(tableSize(51).foldsHealthy).toBe(true);
});

it('draws only the rows in view from 301 processes', () => {
  expect(tableSize(300).isVirtual).toBe(false);
  expect(tableSize(301).isVirtual).toBe(true);
});
