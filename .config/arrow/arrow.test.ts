import { expect, it } from 'vitest';
import { checkArrow } from './check-arrow.ts';
import { readImports } from './read-imports.ts';
import { readPlaces } from './read-places.ts';
import { readSource, sourceFiles } from './source-files.ts';

const files = sourceFiles().map((path) => ({ path, imports: readImports(path, readSource(path)) }));
const places = readPlaces(readSource('docs/architecture.md'));

it('every import goes the way of the arrow, as docs/architecture.md lists it, and every name there is needed', () => {
  expect(checkArrow(places, files)).toEqual([]);
});
