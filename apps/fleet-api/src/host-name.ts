import { isIPv4, isIPv6 } from 'node:net';

const HOST = /^(?:\[([\da-f:.]+)\]|([a-z\d](?:[a-z\d._-]*[a-z\d_-])?)\.?)(?::\d{0,5})?$/;

/**
 * The name or address in a `Host` header or in an address: in lower case, without port, brackets and final dot. Undefined
 * when it is none, such as two of them.
 */
export function hostName(host: string): string | undefined {
  const [, inBrackets, name] = HOST.exec(host.toLowerCase()) ?? [];
  if (inBrackets !== undefined) return isIPv6(inBrackets) ? shortIPv6(inBrackets) : undefined;
  return name;
}

/** One address has many spellings. */
function shortIPv6(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}

/** Whether only this machine can be reached, or meant, by it. */
export function isLoopback(name: string): boolean {
  if (isIPv4(name)) return name.startsWith('127.');
  return name === '::1' || name === 'localhost' || name.endsWith('.localhost');
}
