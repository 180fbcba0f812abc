import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from 'fleet-lab/repository-root';
import { expect, it } from 'vitest';
import { DOCS } from '../docs.ts';
import { type CommandBlock, commandBlocks, isRun, NOT_RUN } from './command-blocks.ts';
import { readFence } from './fence.ts';
import { isAsShown } from './shown-output.ts';
import { surroundingsOf } from './surroundings.ts';

const SH = commandBlocks('sh');
const SQL = commandBlocks('sql');
const titlesOf = (blocks: readonly CommandBlock[]) => blocks.map(({ title }) => title);

it('a command of a page is run by the tests, or its fence says in words that are known why not', () => {
  const wordsOf = (run: readonly string[]) => (block: CommandBlock) => {
    const words = [...block.marks.keys()];
    return isRun(block) ? words.every((word) => run.includes(word)) : words.length === 1;
  };
  expect(titlesOf(SH.filter((block) => !wordsOf(['scenario', 'exit'])(block)))).toEqual([]);
  expect(titlesOf(SQL.filter((block) => !wordsOf(['scenario', 'gives'])(block)))).toEqual([]);
});

it('a block that another test covers names that test', () => {
  const named = [...SH, ...SQL].filter(({ marks }) => marks.has('covered-by'));
  const isTest = ({ marks }: CommandBlock) => {
    const path = marks.get('covered-by') ?? '';
    return path.endsWith('.test.ts') && existsSync(join(REPOSITORY_ROOT, path));
  };
  expect(titlesOf(named.filter((block) => !isTest(block)))).toEqual([]);
});

it('a block that is run beside a fleet names one that there is', () => {
  for (const block of [...SH, ...SQL].filter(isRun))
    expect(surroundingsOf(block).length, block.title).toBeGreaterThan(0);
});

it('commands of a shell have the word sh at their fence, and what they print the word output', () => {
  const others = [...DOCS].flatMap(([path, page]) =>
    page.blocks.flatMap(({ language: info }, at, blocks) => {
      const { language } = readFence(info);
      const isOther = ['bash', 'console', 'shell', 'zsh'].includes(language);
      const isStray = language === 'output' && readFence(blocks[at - 1]?.language ?? '').language !== 'sh';
      return isOther || isStray ? [`${path}: ${info}`] : [];
    }),
  );
  expect(others).toEqual([]);
});

it('what is shown stands for what is printed: line by line, with anything where … stands', () => {
  const shown = '✓ drift  … sites (limit 10)\n…\nend';
  expect(isAsShown(shown, '✓ drift  7 sites (limit 10)\nend')).toBe(false);
  expect(isAsShown(shown, '✓ drift  7 sites (limit 10)\none\ntwo\nend')).toBe(true);
  expect(isAsShown(shown, '✓ drift  7 sites (limit 100)\none\nend')).toBe(false);
  expect(isAsShown(shown, 'before\n✓ drift  7 sites (limit 10)\none\nend')).toBe(false);
});

it('the marks of a fence are words, or names with a value', () => {
  expect(readFence('sh scenario=empty exit=2')).toEqual({
    language: 'sh',
    marks: new Map([
      ['scenario', 'empty'],
      ['exit', '2'],
    ]),
  });
  expect(NOT_RUN).toEqual([...readFence('sh needs-a-fleet covered-by=a.test.ts').marks.keys()]);
});
