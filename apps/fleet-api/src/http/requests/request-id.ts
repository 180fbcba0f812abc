import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The client's own id when it is harmless in a log, else a new one; the same whenever it is asked for. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.-]{1,64}$/.test(given)) return given;
  const made = randomUUID();
  request.headers['x-request-id'] = made;
  return made;
}
