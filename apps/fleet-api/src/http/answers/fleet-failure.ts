import type { IncomingMessage, ServerResponse } from 'node:http';
import { DatabaseFailure } from '../../database/database-failure.ts';
import type { FailureLog } from '../../log/failure-log.ts';
import type { SnapshotCache } from '../../snapshot/snapshot-cache.ts';
import type { TakenSnapshot } from '../../snapshot/take-snapshot.ts';
import { createEncodingChoice } from '../requests/encoding-choice.ts';
import { requestId } from '../requests/request-id.ts';
import { bodyHeaders } from './body-sender.ts';
import { type ProblemFacts, sendFleetProblem, sendProblem } from './problem-sender.ts';

export type FleetFailureOptions = {
  readonly cache: Pick<SnapshotCache<TakenSnapshot>, 'last'>;
  readonly headers: ReadonlyMap<string, string>;
  readonly failureLog: FailureLog;
};

/** Answers a request for which there is no present snapshot with a problem that carries the last one, or leaves it out. */
export type SendFleetFailure = (
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  last?: 'carried' | 'left out',
) => void;

/** Tells the client what it may know, and the log all of it. */
export function createFleetFailure({ cache, headers, failureLog }: FleetFailureOptions): SendFleetFailure {
  const commonHeaders = bodyHeaders(headers);
  const chooseEncoding = createEncodingChoice();
  return (request, response, error, carriesLast = 'carried') => {
    const failureId = failureLog.report('snapshot', error, requestId(request));
    const facts = { ...describe(error), failureId };
    if (carriesLast === 'left out') {
      sendProblem(request, response, headers, facts);
      return;
    }
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const taken = cache.last();
    const last = taken === undefined ? undefined : { value: taken.value.body, ageMs: taken.ageMs };
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    void sendFleetProblem(request, response, commonHeaders, facts, { last, encoding });
  };
}

function describe(error: unknown): ProblemFacts {
  if (!(error instanceof DatabaseFailure) || error.isOurs)
    return { status: 500, detail: 'The fleet snapshot could not be made.' };
  return error.failureClass === 'too_many_rows'
    ? { status: 503, detail: 'The fleet has more processes than this dashboard reads.' }
    : { status: 503, detail: 'The fleet could not be read in time.' };
}
