import { type RefObject, useEffect } from 'react';
import { everySecond } from '../../../clock/every-second.ts';
import { elapsedMs, readMoment } from '../../../clock/moment.ts';

const IDLE_MS = 3_000;

/** Hides the cursor over an element once it has not been moved for 3 s. */
export function useIdleCursor(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let moved = readMoment();
    const show = (shown: boolean) => ref.current?.toggleAttribute('data-cursor-hidden', !shown);
    const onMove = () => {
      moved = readMoment();
      show(true);
    };
    document.addEventListener('pointermove', onMove);
    const stop = everySecond(() => {
      if (elapsedMs(moved, readMoment()) >= IDLE_MS) show(false);
    });
    return () => {
      document.removeEventListener('pointermove', onMove);
      stop();
    };
  }, [ref]);
}
