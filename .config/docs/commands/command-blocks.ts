import { DOCS } from '../docs.ts';
import { type Fence, readFence } from './fence.ts';

/** A block of commands of a page. */
export type CommandBlock = Fence & {
  readonly path: string;
  readonly text: string;
  /** The text of the block of `output` that follows it, where one does. */
  readonly output: string | undefined;
  /** Which one it is, for people. */
  readonly title: string;
};

/** Why a block is not run: it needs hosts, or a test of this path does the same. */
export const NOT_RUN = ['needs-a-fleet', 'covered-by'];

/** Whether the tests run a block. */
export function isRun({ marks }: Fence): boolean {
  return !NOT_RUN.some((mark) => marks.has(mark));
}

/** All blocks of a language, in the order of the pages. */
export function commandBlocks(language: 'sh' | 'sql'): CommandBlock[] {
  return [...DOCS].flatMap(([path, { blocks }]) =>
    blocks.flatMap(({ language: info, text }, at) => {
      const fence = readFence(info);
      if (fence.language !== language) return [];
      const next = blocks[at + 1];
      const output = next?.language === 'output' ? next.text : undefined;
      return [{ ...fence, path, text, output, title: `${path}: ${text.split('\n')[0]}` }];
    }),
  );
}
