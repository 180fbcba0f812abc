import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { hostName, isLoopback } from '../../host-name.ts';
import { MOST_REMEMBERED_HEADERS } from '../../limits.ts';

export type HostCheckOptions = {
  /** The address that is listened on, or a name of it. */
  readonly bindAddress: string;
  /** Further names, in lower case; one with a leading dot stands for all below it as well. */
  readonly allowedHosts: readonly string[];
};

/** Whether a host is one of ours, is not, or is none at all. */
export type HostVerdict = 'own' | 'foreign' | 'malformed';

const ANY_ADDRESS = new Set(['0.0.0.0', '::']);

/**
 * Against DNS rebinding: a name that somebody else has let lead to this machine is not ours, so no page from there reads
 * the fleet. The port tells nothing, since such a page has ours; behind a tunnel it is another.
 */
export function createHostCheck({
  bindAddress,
  allowedHosts,
}: HostCheckOptions): (host: string) => HostVerdict {
  const bound = hostName(isIP(bindAddress) === 6 ? `[${bindAddress}]` : bindAddress) ?? bindAddress;
  const known = new Set<string>();

  function isOwn(name: string): boolean {
    if (isLoopback(name) || name === bound) return true;
    if (ANY_ADDRESS.has(bound) && isIP(name) !== 0) return isOwnAddress(name);
    return allowedHosts.some((allowed) =>
      allowed.startsWith('.') ? name.endsWith(allowed) || name === allowed.slice(1) : name === allowed,
    );
  }

  return (host) => {
    if (known.has(host)) return 'own';
    const name = hostName(host);
    if (name === undefined) return 'malformed';
    if (!isOwn(name)) return 'foreign';
    if (known.size < MOST_REMEMBERED_HEADERS) known.add(host);
    return 'own';
  };
}

function isOwnAddress(address: string): boolean {
  return Object.values(networkInterfaces()).some((interfaces) =>
    interfaces?.some((own) => own.address === address),
  );
}
