import { expect, it } from 'vitest';
import { COMPUTED, readImports } from './read-imports.ts';

it.each([
  ["import { a } from './a.ts';", './a.ts'],
  ["import type { A } from './a.ts';", './a.ts'],
  ["import './a.css';", './a.css'],
  ["import a from './a.svg?raw';", './a.svg?raw'],
  ["export { a } from './a.ts';", './a.ts'],
  ["export * from './a.ts';", './a.ts'],
  ["export type { A } from './a.ts';", './a.ts'],
  ["const a = await import('./a.ts');", './a.ts'],
  ['const a = () => import(`./a.ts`);', './a.ts'],
  ['const a = import(path);', COMPUTED],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
  ['const a = import(`./${name}.ts`);', COMPUTED],
  ["type A = import('./a.ts').A;", './a.ts'],
  ["let a: typeof import('./a.ts');", './a.ts'],
  ["import a = require('./a.cjs');", './a.cjs'],
  ["const a = require('./a.cjs');", './a.cjs'],
  ["const a = import.meta.glob('./a/*.ts');", './a/*.ts'],
  ["new Worker(new URL('./a.ts', import.meta.url));", './a.ts'],
  ['/// <reference lib="dom" />', 'lib="dom"'],
])('reads the import of %s', (source, specifier) => {
  expect(readImports('a.ts', source)).toEqual([specifier]);
});

it.each([
  "// import './a.ts'",
  'const text = "import \'./a.ts\'";',
  'const a = new URL(address);',
  "const page = new URL('../dist', import.meta.url);",
  'export { a };',
  "declare module 'vitest' {}",
])('finds none in %s', (source) => {
  expect(readImports('a.ts', source)).toEqual([]);
});

it('reads markup', () => {
  const source = "const a = (b: B) => <p>import './a.ts'</p>; import { c } from './c.tsx';";
  expect(readImports('a.tsx', source)).toEqual(['./c.tsx']);
});

it('reads what a style sheet imports, composes or fetches', () => {
  const style = `@import './a.css'; @import url("./b.css");
    /* @import './no.css'; */
    .c { composes: d from './c.css'; background: url(./d.svg); color: red }`;
  expect(readImports('a.css', style)).toEqual(['./a.css', './b.css', './c.css', './d.svg']);
});

it('refuses what it cannot parse', () => {
  expect(() => readImports('a.ts', 'import {')).toThrow('a.ts cannot be parsed');
});
