/** The page calls older data NO DATA, and the dashboard can be set to keep none for longer. */
export const OLDEST_SEC = 30;

/** As far as the clocks of a database and its dashboard may be apart before a snapshot counts as old. */
const CLOCK_TOLERANCE_SEC = 60;

/** What an answer says of its age, by clocks that are not ours. */
export type AnswerTimes = {
  /** As the dashboard, or a proxy in between, tells it. */
  readonly ageSec: number;
  /** The dashboard's clock when it answered; null when it does not say. */
  readonly dateMs: number | null;
  /** The database's clock when the rows were read. */
  readonly generatedAtMs: number;
};

/** Why an answer is from the past; null when it is a present one. */
export function oldness({ ageSec, dateMs, generatedAtMs }: AnswerTimes): string | null {
  if (ageSec > OLDEST_SEC) return `gave a snapshot that is ${ageSec}s old (limit ${OLDEST_SEC}s)`;
  const apartSec = dateMs === null ? 0 : Math.floor((dateMs - generatedAtMs) / 1000);
  if (apartSec <= OLDEST_SEC + CLOCK_TOLERANCE_SEC) return null;
  return `gave a snapshot from ${apartSec}s before its own clock: it is old, or the database's clock is behind`;
}
