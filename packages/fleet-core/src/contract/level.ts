/** The levels a verdict can have, worst last. */
export const LEVELS = ['green', 'amber', 'red'] as const;

export type Level = (typeof LEVELS)[number];

/** The worst of the levels; green when there are none. */
export function worstLevel(levels: Iterable<Level>): Level {
  let worst = 0;
  for (const level of levels) worst = Math.max(worst, LEVELS.indexOf(level));
  return LEVELS[worst] ?? 'red';
}
