import type { RequestHandler } from 'express';
import type { AskGate } from '../../snapshot/on-demand/gate.ts';
import { TooManyReads } from '../../snapshot/on-demand/on-demand.ts';
import type { SendFleetFailure } from '../answers/fleet-failure.ts';
import { readGateQuery } from './gate-query.ts';

export type GateHandlerOptions = {
  readonly ask: AskGate;
  readonly bucketTotal: number;
  readonly sendFailure: SendFleetFailure;
};

/**
 * Answers `/api/fleet/gate` with 200 whatever the verdict, or, when asked to be strict, with 503 when it is not ok.
 * Without a present snapshot the answer is that of `/api/fleet`.
 */
export function createGateHandler({ ask, bucketTotal, sendFailure }: GateHandlerOptions): RequestHandler {
  return async (request, response) => {
    const { question, strict } = readGateQuery(request.url, bucketTotal);
    try {
      const gate = await ask(question);
      response.status(strict && !gate.ok ? 503 : 200).json(gate);
    } catch (error) {
      if (error instanceof TooManyReads) throw error;
      sendFailure(request, response, error);
    }
  };
}
