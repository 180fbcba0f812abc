import { isIPv6 } from 'node:net';
import { MOST_FAILING_ADDRESSES } from '../limits.ts';

/** Slows whoever guesses: after a few wrong tokens an address has to pause, for longer each time. Others notice nothing. */
export type Attempts = {
  /** For how much longer no token from this address is looked at; 0 when it is. */
  pauseMs(address: string): number;
  /** Takes note of a wrong token. The same one again is no other guess, but a script that was left behind. */
  failed(address: string, digest: Buffer): void;
};

/** So many wrong tokens are forgiven. */
const FREE = 5;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** After so long without another wrong token it begins anew. */
const FORGOTTEN_MS = 600_000;

type Failing = {
  readonly count: number;
  readonly lastDigest: string;
  readonly lastMs: number;
  readonly untilMs: number;
};

export function createAttempts(clockMs: () => number = () => performance.now()): Attempts {
  const failing = new Map<string, Failing>();

  return {
    pauseMs(address) {
      const known = failing.get(networkOf(address));
      return known === undefined ? 0 : Math.max(0, known.untilMs - clockMs());
    },
    failed(address, digest) {
      const network = networkOf(address);
      const nowMs = clockMs();
      const before = failing.get(network);
      const known = before !== undefined && nowMs - before.lastMs < FORGOTTEN_MS ? before : undefined;
      const lastDigest = digest.toString('base64');
      const isSame = known?.lastDigest === lastDigest;
      const count = (known?.count ?? 0) + (isSame ? 0 : 1);
      const untilMs = isSame ? known.untilMs : nowMs + pauseAfter(count);
      // Set anew it is the youngest: the map holds them in that order.
      failing.delete(network);
      failing.set(network, { count, lastDigest, lastMs: nowMs, untilMs });
      const [oldest] = failing.keys();
      if (failing.size > MOST_FAILING_ADDRESSES && oldest !== undefined) failing.delete(oldest);
    },
  };
}

function pauseAfter(count: number): number {
  return count <= FREE ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (count - FREE - 1));
}

/** Of IPv6 whoever has one address has a whole network of them. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
