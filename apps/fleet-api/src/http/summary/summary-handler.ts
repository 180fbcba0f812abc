import type { RequestHandler } from 'express';
import { mayAdvance } from 'fleet-core/rules/gate/may-advance';
import { inShort } from 'fleet-core/rules/verdict/in-short';
import type { SnapshotCache } from '../../snapshot/snapshot-cache.ts';
import type { TakenSnapshot } from '../../snapshot/take-snapshot.ts';
import { withinTime } from '../../snapshot/within-time.ts';
import type { SendFleetFailure } from '../answers/fleet-failure.ts';
import { readStrictQuery } from '../requests/strict-query.ts';

export type SummaryHandlerOptions = {
  readonly cache: Pick<SnapshotCache<TakenSnapshot>, 'fresh'>;
  readonly timeoutMs: number;
  readonly sendFailure: SendFleetFailure;
};

/** Answers `/api/fleet/summary`: the present snapshot in short, with the status and the failures of `/api/fleet`, but for the last snapshot. */
export function createSummaryHandler(options: SummaryHandlerOptions): RequestHandler {
  const { cache, timeoutMs, sendFailure } = options;
  return async (request, response) => {
    const strict = readStrictQuery(request.url);
    try {
      const { snapshot } = await withinTime(Promise.resolve(cache.fresh()), timeoutMs, 'snapshot');
      response.status(strict && !mayAdvance(snapshot) ? 503 : 200).json(inShort(snapshot));
    } catch (error) {
      sendFailure(request, response, error, 'left out');
    }
  };
}
