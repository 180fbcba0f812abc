import { describe, expect, it } from 'vitest';
import { placeOf } from './place-of.ts';
import type { Place } from './read-places.ts';

const place = (path: string, hasTests = false): Place => ({
  path,
  root: 'apps/web',
  hasTests,
  mayImport: [],
  elsewhere: 'Elsewhere.',
});

const PLACES = [
  place('apps/web/src/features/*'),
  place('apps/web/src/features/wall'),
  place('apps/web/src/features/wall/tile.ts'),
  place('apps/web/src/testing', true),
];

describe('a file stands', () => {
  it.each([
    ['in the folder of any name', 'apps/web/src/features/owners/rows/row.ts', 'apps/web/src/features/*'],
    ['in the folder of its name rather', 'apps/web/src/features/wall/wall.ts', 'apps/web/src/features/wall'],
    [
      'for itself where it is named',
      'apps/web/src/features/wall/tile.ts',
      'apps/web/src/features/wall/tile.ts',
    ],
    ['with the tests when it is one', 'apps/web/src/features/wall/tile.test.tsx', 'apps/web/src/testing'],
  ])('%s', (_, path, expected) => {
    expect(placeOf(path, PLACES)?.path).toBe(expected);
  });

  it.each([
    ['in a folder that has no row', 'apps/web/src/hooks/hook.ts'],
    ['in the folder above', 'apps/web/src/features'],
    ['in a folder whose name only begins alike', 'apps/web/src/testing-more/a.ts'],
    ['in another package, though it is a test', 'apps/api/src/a.test.ts'],
  ])('nowhere %s', (_, path) => {
    expect(placeOf(path, PLACES)).toBeUndefined();
  });
});
