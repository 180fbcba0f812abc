import { STATUS_CODES } from 'node:http';
import type { Problem } from 'fleet-core/contract/answers/problem';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What a client may know of a failure. `detail` must name nothing of the backend. */
export function problem(status: number, requestId: string, detail?: string): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    ...(detail === undefined ? {} : { detail }),
    request_id: requestId,
  };
}
