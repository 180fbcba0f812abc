import { expect, it } from 'vitest';
import { readPage } from './read-page.ts';

it('the anchor of a heading is made of its words, its code included; the second of the same name has a number', () => {
  const { anchors } = readPage('# The page\n\n## `fleet check`, the *gate*\n\n## Keys\n\n### Keys\n');
  expect([...anchors]).toEqual(['the-page', 'fleet-check-the-gate', 'keys', 'keys-1']);
});

it('links, pictures and images in a table are found, and none in code', () => {
  const { hrefs } = readPage(
    '[a](b.md#c)\n\n| x |\n|---|\n| ![p](i.png) |\n\n<img src="j.png">\n\n`[no](no.md)`\n',
  );
  expect(hrefs).toEqual(['b.md#c', 'i.png', 'j.png']);
});

it('a link whose words are code alone names that code, and no other link does', () => {
  const { codeLinks } = readPage('[`f`](a.ts), [`f` and more](b.ts), [f](c.ts)\n');
  expect(codeLinks).toEqual([{ code: 'f', href: 'a.ts' }]);
});

it('a block of code keeps the word after its fence', () => {
  expect(readPage('```sh\nls\n```\n').blocks).toEqual([{ language: 'sh', text: 'ls' }]);
});

it('code within a sentence, a heading or a table is found as it stands', () => {
  const { spans } = readPage('# `fleet`\n\nSee `a --b` and\n\n| x |\n|---|\n| `c<d` |\n\n```sh\nls\n```\n');
  expect(spans).toEqual(['fleet', 'a --b', 'c<d']);
});

it('a table is its head and its rows, each cell as written', () => {
  expect(readPage('| code | when |\n|---|---|\n| `a`, `b` | never |\n').tables).toEqual([
    { head: ['code', 'when'], rows: [['`a`, `b`', 'never']] },
  ]);
});
