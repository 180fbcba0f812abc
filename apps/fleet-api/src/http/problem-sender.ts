import type { ServerResponse } from 'node:http';
import type { FleetProblem, Problem } from 'fleet-core/contract/problem';
import type { EncodedBody } from '../snapshot/encoded-body.ts';
import type { Aged } from '../snapshot/snapshot-cache.ts';
import { PROBLEM_TYPE } from './problem.ts';

/** Seconds after which a client may expect another outcome. */
const RETRY_AFTER_SEC = 5;

/** Answers with a problem that carries the last snapshot. */
export function sendFleetProblem(
  response: ServerResponse,
  headers: readonly string[],
  facts: Problem,
  last: Aged<EncodedBody> | undefined,
): void {
  const parts = problemParts(facts, last);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  response.writeHead(facts.status, [
    ...headers,
    'Content-Type',
    PROBLEM_TYPE,
    'Content-Length',
    String(length),
    'Retry-After',
    String(RETRY_AFTER_SEC),
  ]);
  response.cork();
  for (const part of parts) response.write(part);
  response.end();
}

/**
 * Puts the last snapshot's own bytes in place: they are neither parsed and written anew nor copied, however
 * many clients ask while the database is down.
 */
function problemParts(facts: Problem, last: Aged<EncodedBody> | undefined): Buffer[] {
  const extension = {
    last_snapshot: null,
    last_snapshot_age_sec: last === undefined ? null : Math.round(last.ageMs() / 1000),
  } satisfies Pick<FleetProblem, 'last_snapshot' | 'last_snapshot_age_sec'>;
  const text = JSON.stringify({ ...facts, ...extension });
  if (last === undefined) return [Buffer.from(text)];
  const hole = '"last_snapshot":null';
  const at = text.lastIndexOf(hole) + hole.length - 'null'.length;
  return [Buffer.from(text.slice(0, at)), last.value.identity, Buffer.from(text.slice(at + 'null'.length))];
}
