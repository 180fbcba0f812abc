import type { ChecklistRow } from 'fleet-core/contract/checklist';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Answer } from '../../../format/answer-to.ts';
import { shortQuestion } from '../../../format/short-question.ts';

/** How an answer is drawn: its number large above its words, a word or few as they are, or a whole fact in small type. */
export type TileSize = 'number' | 'word' | 'words' | 'text';

/** One question of the checklist on the wall, with the API's answer to it. */
export type WallTile = Answer & {
  readonly name: string;
  /** The number that the answer begins with, or all of it where there is none. */
  readonly value: string;
  /** What is counted. */
  readonly unit: string;
  readonly size: TileSize;
};

const MOST_OF_WORD = 7;
const MOST_OF_WORDS = 16;

/** The checklist as tiles, one a question and always in the same places: whatever is wrong has a tile that is not well. */
export function wallTiles({ checklist }: Pick<FleetSnapshot, 'checklist'>): WallTile[] {
  return checklist.map(tileOf);
}

function tileOf({ code, status, planned, fact, brief }: ChecklistRow): WallTile {
  return { name: shortQuestion(code), ...answerOf(brief || fact), level: status, planned };
}

function answerOf(text: string): Pick<WallTile, 'value' | 'unit' | 'size'> {
  const [, number, unit] = text.length > MOST_OF_WORDS ? [] : (/^(\d[\d,]*) (.+)$/.exec(text) ?? []);
  if (number !== undefined && unit !== undefined) return { value: number, unit, size: 'number' };
  const words = text.length > MOST_OF_WORD ? 'words' : 'word';
  return { value: text, unit: '', size: text.length > MOST_OF_WORDS ? 'text' : words };
}
