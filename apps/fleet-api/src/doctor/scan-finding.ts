import type { ReadingTaken } from 'fleet-core/domain/reading';
import { type Config, statementTimeoutMs } from '../config.ts';
import type { Finding } from './finding.ts';

/** A scan that needs a larger part of it will not stay within its limit when the table has grown or the server is busy. */
const MOST_OF_LIMIT = 1 / 2;

/** What grows with the sites, and what makes its read short. */
export type Scan = { readonly subject: string; readonly remedy: string };

/** Whether a read that grows with the sites is well within what one statement may take. */
export function scanFinding(
  { subject, remedy }: Scan,
  { duration_ms }: Pick<ReadingTaken<unknown>, 'duration_ms'>,
  config: Pick<Config, 'requestTimeoutMs'>,
): Finding {
  const limitMs = statementTimeoutMs(config);
  const fact = `read in ${Math.round(duration_ms)} ms`;
  if (duration_ms <= limitMs * MOST_OF_LIMIT) return { kind: 'well', subject, fact };
  return {
    kind: 'advice',
    subject,
    fact: `${fact}, more than half of the ${limitMs} ms that a statement may take; it is read the less often for that`,
    remedy: `${remedy} FLEET_REQUEST_TIMEOUT_MS gives every statement more time.`,
  };
}
