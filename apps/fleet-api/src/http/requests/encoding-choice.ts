import Negotiator from 'negotiator';
import { MOST_REMEMBERED_HEADERS } from '../../limits.ts';
import type { Encoding } from '../../snapshot/bytes/encoded-body.ts';

/** From the shortest answer to the longest. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const satisfies readonly Encoding[];

/**
 * The encoding that the client weighs most (RFC 9110, 12.5.3), the shortest among equals. A client that accepts none
 * of them gets identity all the same.
 */
export function chooseEncoding(acceptEncoding = ''): Encoding {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  return negotiator.encoding(ENCODINGS, { preferred: ENCODINGS }) ?? 'identity';
}

/** `chooseEncoding`, which reads each header text once. */
export function createEncodingChoice(): (acceptEncoding: string | undefined) => Encoding {
  const chosen = new Map<string | undefined, Encoding>();
  return (acceptEncoding) => {
    const known = chosen.get(acceptEncoding);
    if (known !== undefined) return known;
    const choice = chooseEncoding(acceptEncoding);
    if (chosen.size < MOST_REMEMBERED_HEADERS) chosen.set(acceptEncoding, choice);
    return choice;
  };
}
