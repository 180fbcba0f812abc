import { describe, expect, it } from 'vitest';
import { checkArrow } from './check-arrow.ts';
import { readPlaces } from './read-places.ts';

const PLACES = readPlaces(`
## The arrow

| place | holds | may import | what belongs elsewhere |
|---|---|---|---|
| \`packages/core/src/sql/query.ts\` | a query | nothing | A query knows none. |
| \`packages/core/src/sql\` | queries | \`sql/query.ts\`, \`zod/mini\` | Verdicts belong in rules. |
| \`packages/core/src/testing\`, \`*.test.ts\` | builders | \`core\`, \`node:*\`, \`vitest\` | Pages belong in e2e. |
| \`apps/web/src/parts\` | parts | nothing | A part knows no feature. |
| \`apps/web/src/features/*\` | panels | \`parts\`, \`core/sql\`, \`react\` | What two need belongs in parts. |
| \`apps/web/src/main.ts\` | the page | \`features/*\`, \`package.json\` | What asks belongs in api. |

## The way of the data
`);

/** As many files and imports as all rows and names above need. */
const FILES = [
  ['packages/core/src/sql/query.ts'],
  ['packages/core/src/sql/owners.ts', './query.ts', 'zod/mini', './rows.ts'],
  ['packages/core/src/sql/owners.test.ts', './owners.ts', '../testing/rows.ts', 'node:fs', 'vitest'],
  ['apps/web/src/parts/badge.tsx', './badge.css'],
  [
    'apps/web/src/features/wall/wall.tsx',
    './tile.tsx',
    '../../parts/badge.tsx',
    'core/sql/owners',
    'react/dom',
  ],
  ['apps/web/src/main.ts', './features/wall/wall.tsx', '../package.json'],
] as const;

const check = (...files: readonly (readonly [string, ...string[]])[]) =>
  checkArrow(
    PLACES,
    files.map(([path, ...imports]) => ({ path, imports })),
  );

it('is content with imports of what is listed and of what stands beside', () => {
  expect(check(...FILES)).toEqual([]);
});

it('names the file, the import, who may have it, and where the thing belongs', () => {
  expect(check(...FILES, ['apps/web/src/parts/age.ts', '../features/wall/wall.tsx'])).toEqual([
    'apps/web/src/parts/age.ts imports ../features/wall/wall.tsx, which apps/web/src/parts may not ' +
      '(tests apart, only apps/web/src/main.ts may). A part knows no feature.',
  ]);
});

describe('refuses', () => {
  it.each([
    ['a feature in another', 'apps/web/src/features/owners/a.ts', '../wall/wall.tsx'],
    ['a feature in its part', 'apps/web/src/parts/a.ts', '../features/wall/wall.tsx'],
    ['the page in a feature', 'apps/web/src/features/wall/a.ts', '../../main.ts'],
    ['a place of another package that is not listed', 'apps/web/src/features/wall/a.ts', 'core/testing/rows'],
    ['a whole package', 'apps/web/src/features/wall/a.ts', 'core'],
    [
      'a file of a place by the way round',
      'apps/web/src/parts/a.ts',
      '../../../../packages/core/src/sql/owners.ts',
    ],
    ['more of a place than the file that is listed', 'packages/core/src/sql/query.ts', './owners.ts'],
    ['a package that is not listed', 'packages/core/src/sql/a.ts', 'mysql2'],
    ['more of a package than is listed', 'packages/core/src/sql/a.ts', 'zod'],
    ['a package whose name only begins alike', 'apps/web/src/features/wall/a.ts', 'react-dom'],
    ['a module of Node', 'packages/core/src/sql/a.ts', 'node:fs'],
    ['a module of Node without its prefix, even in a test', 'packages/core/src/sql/a.test.ts', 'fs'],
    ['what is made for tests, in the product', 'packages/core/src/sql/a.ts', '../testing/rows.ts'],
    ['a test in the product, even beside it', 'packages/core/src/sql/a.ts', './owners.test.ts'],
    ['a test in the product, as text', 'packages/core/src/sql/a.ts', './owners.test.ts?raw'],
    ['another package in a test', 'packages/core/src/sql/a.test.ts', '../../../../apps/web/src/main.ts'],
    ['a module that is computed', 'apps/web/src/main.ts', '(computed)'],
    ['an alias', 'apps/web/src/main.ts', '#features/wall'],
    ['a path from the root of the page', 'apps/web/src/parts/a.ts', '/src/features/wall/wall.tsx'],
  ])('%s', (_, file, specifier) => {
    expect(check(...FILES, [file, specifier])).toEqual([
      expect.stringContaining(`${file} imports ${specifier}, which `),
    ]);
  });
});

it('complains of a file that stands in no place', () => {
  expect(check(...FILES, ['apps/web/src/hooks/use-age.ts'])).toEqual([
    expect.stringContaining('apps/web/src/hooks/use-age.ts stands in no place'),
  ]);
});

it('complains of every place without a file', () => {
  expect(check(...FILES.slice(1))).toEqual([
    expect.stringContaining('packages/core/src/sql/query.ts has no file'),
  ]);
});

it('complains of a name that no import needs', () => {
  const others = FILES.filter(([path]) => path !== 'apps/web/src/main.ts');
  expect(check(...others, ['apps/web/src/main.ts', './features/wall/wall.tsx'])).toEqual([
    expect.stringContaining('apps/web/src/main.ts needs no package.json'),
  ]);
});

it('complains of a name that says no more than another', () => {
  const places = PLACES.map((place) => {
    const whole = { name: 'core', path: 'packages/core/src' };
    return place.path.endsWith('*') ? { ...place, mayImport: [...place.mayImport, whole] } : place;
  });
  const files = FILES.map(([path, ...imports]) => ({ path, imports }));
  expect(checkArrow(places, files)).toEqual([
    expect.stringContaining('apps/web/src/features/* needs no core/sql'),
    expect.stringContaining('apps/web/src/features/* needs no core:'),
  ]);
});
