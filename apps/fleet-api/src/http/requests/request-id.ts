import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Of this process among all that write to one log. */
const PROCESS = randomUUID().slice(0, 13);
let count = 0;

/** The client's own id when it is harmless in a log, else a new one; the same whenever it is asked for. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.-]{1,64}$/.test(given)) return given;
  count += 1;
  // A number is made in a tenth of the time of a random id.
  const made = `${PROCESS}-${count.toString(36)}`;
  request.headers['x-request-id'] = made;
  return made;
}
