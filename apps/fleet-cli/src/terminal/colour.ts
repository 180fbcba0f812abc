import type { Terminal } from './surroundings.ts';

const CODES = { bold: '1', faint: '2', red: '31', green: '32', amber: '33', unknown: '35' } as const;
export type Colour = keyof typeof CODES;

/** The text in a colour where colours are shown; a state is told by its word as well. */
export function paint({ isColoured }: Pick<Terminal, 'isColoured'>, colour: Colour, text: string): string {
  return isColoured ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}

/** By https://no-color.org and the usual habits: only on a terminal that is not dumb, and not when asked for none. */
export function wantsColour(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** The colour of a state's word; a word that only a newer dashboard knows is as good as unknown. */
export function colourOf(state: string): Colour {
  return state === 'green' || state === 'amber' || state === 'red' ? state : 'unknown';
}
