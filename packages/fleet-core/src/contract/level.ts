/** The levels a verdict can have, worst last. */
export const LEVELS = ['green', 'amber', 'red'] as const;

export type Level = (typeof LEVELS)[number];

/** The level that a word names, exactly as it is written; undefined for any other word. */
export function levelOf(word: string): Level | undefined {
  return LEVELS.find((level) => level === word);
}

/** The worst of the levels; green when there are none. */
export function worstLevel(levels: Iterable<Level>): Level {
  let worst: Level = 'green';
  for (const level of levels) if (LEVELS.indexOf(level) > LEVELS.indexOf(worst)) worst = level;
  return worst;
}
