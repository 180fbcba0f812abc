import { MOST_USED_LINKS } from '../limits.ts';
import type { Pass } from './pass.ts';

/** Which links were used: each is good once. */
export type UsedLinks = {
  /** Takes a link, if it may be used. One from before this process began may have been used then, and is not taken. */
  take(link: Pass, nowMs: number): boolean;
};

export function createUsedLinks(startedMs: number): UsedLinks {
  const ends = new Map<string, number>();
  return {
    take({ nonce, issuedMs, endsMs }, nowMs) {
      for (const [used, usedEndsMs] of ends) if (usedEndsMs <= nowMs) ends.delete(used);
      if (issuedMs < startedMs || ends.has(nonce) || ends.size >= MOST_USED_LINKS) return false;
      ends.set(nonce, endsMs);
      return true;
    },
  };
}
