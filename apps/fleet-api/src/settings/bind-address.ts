import { isIP, isIPv4 } from 'node:net';
import * as z from 'zod/mini';
import { hostName, isLoopback } from '../host-name.ts';

/** An address of this machine, or a name of one, as it is listened on: without brackets. */
export const BindAddress = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => (isIP(text) === 0 ? nameOf(text) : text)),
  ),
  z.string('is neither an address nor a host name'),
);

function nameOf(text: string): string | undefined {
  if (text.includes(':') && !text.startsWith('[')) return undefined;
  const name = hostName(text);
  // Systems read these as addresses, each in its own way.
  return name !== undefined && /(?:^|\.)\d+$/.test(name) && !isIPv4(name) ? undefined : name;
}

/** Whether others than this machine can reach it there. What a name leads to is not known: only `localhost` is this machine. */
export function isOpenToNetwork(bindAddress: string): boolean {
  return !isLoopback(bindAddress.toLowerCase());
}
