import { useEffect, useRef } from 'react';
import { requestUrl } from '../../api/request-url.ts';
import type { FleetView } from '../../api/view/fleet-view.ts';
import { everySecond } from '../../clock/every-second.ts';
import { elapsedMs, type Moment, readMoment } from '../../clock/moment.ts';
import { type ReloadWatch, reloadReason, startWatch, watchAnswer } from './reload-watch.ts';
import { claimReload } from './reloaded-builds.ts';

const BETWEEN_ATTEMPTS_MS = 60_000;
const PROBE_TIMEOUT_MS = 4_000;

/** Keeps a page that nobody attends young: it loads itself anew when `reloadReason` says so. */
export function useSelfReload(view: FleetView, calm: boolean): void {
  const watch = useRef<ReloadWatch>(null);
  const isCalm = useRef(calm);

  useEffect(() => {
    isCalm.current = calm;
    watch.current ??= startWatch(readMoment());
    if (view.kind !== 'live') return;
    const { snapshot, received } = view.reading;
    const answer = { build_id: snapshot.served_by.build_id, at: received };
    watch.current = watchAnswer(watch.current, answer, Math.random());
  }, [view, calm]);

  useEffect(() => {
    let attempted: Moment | null = null;
    return everySecond(() => {
      const now = readMoment();
      const { current } = watch;
      if (current === null || reloadReason(current, now, isCalm.current) === null) return;
      if (attempted !== null && elapsedMs(attempted, now) < BETWEEN_ATTEMPTS_MS) return;
      attempted = now;
      void reload(current, now, isCalm.current);
    });
  }, []);
}

async function reload(watch: ReloadWatch, now: Moment, calm: boolean): Promise<void> {
  if (!(await pageIsThere())) return;
  const { newer } = watch;
  const mayFollow = newer === null || claimReload(sessionStorage, newer.build, now.wallMs);
  if (mayFollow || reloadReason({ ...watch, newer: null }, now, calm) !== null) location.reload();
}

/** Reloading while the server is away would leave a browser's error page on the wall, or a login. */
async function pageIsThere(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const { ok, redirected, headers } = await fetch(requestUrl(''), { cache: 'no-store', signal });
    return ok && !redirected && (headers.get('Content-Type') ?? '').startsWith('text/html');
  } catch {
    return false;
  }
}
