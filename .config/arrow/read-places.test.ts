import { expect, it } from 'vitest';
import { readPlaces } from './read-places.ts';

const page = (...rows: readonly string[]) =>
  ['# Page', '## The arrow', ...rows, '## Else', '| `x` |'].join('\n');
const row = (path: string, mayImport: string) => `| \`${path}\` | holds | ${mayImport} | Elsewhere. |`;

it('reads what may be imported as paths of the own package, of another, or as packages', () => {
  const [, web] = readPlaces(
    page(
      row('packages/core/src/sql', 'nothing'),
      row('apps/web/src/app', '`parts`, `bench`, `core/sql`, `core`, `package.json`, `react`'),
      row('apps/web/src/parts', 'nothing'),
      row('apps/web/bench', 'nothing'),
    ),
  );
  expect(web?.mayImport.map(({ path }) => path)).toEqual([
    'apps/web/src/parts',
    'apps/web/bench',
    'packages/core/src/sql',
    'packages/core/src',
    'apps/web/package.json',
    'react',
  ]);
});

it('knows the place of the tests', () => {
  const tests = '| `e2e/testing`, `*.test.ts` | holds | nothing | Elsewhere. |';
  expect(readPlaces(page(row('e2e/specs', 'nothing'), tests)).map(({ hasTests }) => hasTests)).toEqual([
    false,
    true,
  ]);
});

it('takes no page without a table for one that allows nothing', () => {
  expect(() => readPlaces(page('none'))).toThrow('no table');
  expect(() => readPlaces('')).toThrow('no table');
});

it.each([
  '| `a/src` | holds | nothing | |',
  '| `a/src` | holds | nothing |',
  '| `a/src` | | nothing | Elsewhere. |',
  '| `a/src` | holds | react | Elsewhere. |',
  '| `a/src` | holds | `react` and `vite` | Elsewhere. |',
])('refuses the incomplete row %s', (incomplete) => {
  expect(() => readPlaces(page(incomplete))).toThrow('incomplete row');
});
