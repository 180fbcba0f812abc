import * as z from 'zod/mini';

const KEY = 'fleet-reloaded-builds';
const AGAIN_AFTER_MS = 60 * 60_000;
const MOST_KEPT = 20;

const ReloadedBuilds = z.array(z.object({ build: z.string(), atMs: z.number() }));

/**
 * Notes that the page is about to reload for this build, and says whether it may. Where several builds
 * serve in turn, each is reloaded for once an hour at most; where nothing can be noted, for none.
 */
export function claimReload(storage: Pick<Storage, 'getItem' | 'setItem'>, build: string, nowMs: number) {
  try {
    const recent = readClaims(storage).filter(({ atMs }) => Math.abs(nowMs - atMs) < AGAIN_AFTER_MS);
    if (recent.some((claim) => claim.build === build)) return false;
    storage.setItem(KEY, JSON.stringify([...recent, { build, atMs: nowMs }].slice(-MOST_KEPT)));
    return true;
  } catch {
    return false;
  }
}

function readClaims(storage: Pick<Storage, 'getItem'>): z.infer<typeof ReloadedBuilds> {
  try {
    const parsed = ReloadedBuilds.safeParse(JSON.parse(storage.getItem(KEY) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
