import { useEffect, useState } from 'react';
import type { WallMark } from './wall-mark.ts';

const HELD: WallMark = { armed: true, text: 'Screen kept awake' };
const NOT_HELD: WallMark = { armed: false, text: 'Screen may go dark' };
const NEEDS_HTTPS: WallMark = { armed: false, text: 'Keeping awake needs HTTPS' };
const UNSUPPORTED: WallMark = { armed: false, text: 'Keeping awake not supported' };

/** Keeps the screen on, if asked to. The mark says whether it is; null when nobody asked. */
export function useWakeLock(asked: boolean): WallMark | null {
  const [mark, setMark] = useState(NOT_HELD);
  useEffect(() => {
    if (!asked) return;
    if (!isSecureContext) return setMark(NEEDS_HTTPS);
    if (!('wakeLock' in navigator)) return setMark(UNSUPPORTED);
    return holdWakeLock(setMark);
  }, [asked]);
  return asked ? mark : null;
}

/** The browser takes the lock away whenever the page is hidden, so it is asked for on every return. */
function holdWakeLock(show: (mark: WallMark) => void): () => void {
  let held: WakeLockSentinel | null = null;
  let ended = false;
  const lost = () => {
    held = null;
    if (!ended) show(NOT_HELD);
  };
  const acquire = async () => {
    if (held !== null || document.visibilityState !== 'visible') return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (ended || held !== null) return void lock.release();
      held = lock;
      lock.addEventListener('release', lost, { once: true });
      show(HELD);
    } catch {
      lost();
    }
  };
  void acquire();
  document.addEventListener('visibilitychange', acquire);
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', acquire);
    void held?.release();
  };
}
