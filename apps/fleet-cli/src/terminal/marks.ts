import { type Colour, colourOf, paint } from './colour.ts';
import type { Terminal } from './surroundings.ts';

/** The page's marks: each state has a shape, and a word beside it. */
const MARKS: Readonly<Record<string, readonly [shape: string, colour: Colour]>> = {
  green: ['✓', 'green'],
  amber: ['▲', 'amber'],
  red: ['✗', 'red'],
  planned: ['◆', 'bold'],
};

/** A state's mark; colour only adds to it. */
export function mark(terminal: Pick<Terminal, 'isColoured'>, state: string): string {
  const [shape, colour] = MARKS[state] ?? ['?', colourOf(state)];
  return paint(terminal, colour, shape);
}
