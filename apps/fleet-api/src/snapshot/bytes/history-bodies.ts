import { type AskedTimes, rangeOf } from 'fleet-core/rules/history/tell-history';
import { MINUTE_MS } from 'fleet-core/rules/history/tell-samples';
import { MOST_KEPT_RANGES } from '../../limits.ts';
import type { FleetWatch } from '../fleet-watch.ts';
import { type EncodedBody, encodeBody } from './encoded-body.ts';

/**
 * The history as bytes: made once for each range and whatever is new, however many ask. Of too many ranges the one that was
 * asked for longest ago makes room.
 */
export function createHistoryBodies(watch: FleetWatch): (asked: AskedTimes) => EncodedBody {
  const kept = new Map<string, { readonly content: string; readonly body: EncodedBody }>();

  return (asked) => {
    const nowMs = watch.nowMs();
    const range = rangeOf(asked, nowMs);
    const key = range === null ? '' : `${range.first} ${range.last}`;
    // Without a range it is the minute that moves on.
    const content = `${watch.version()} ${range === null ? Math.floor(nowMs / MINUTE_MS) : ''}`;
    const known = kept.get(key);
    kept.delete(key);
    const body =
      known?.content === content ? known.body : encodeBody(Buffer.from(JSON.stringify(watch.history(range))));
    kept.set(key, { content, body });
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT_RANGES) break;
      kept.delete(oldest);
    }
    return body;
  };
}
