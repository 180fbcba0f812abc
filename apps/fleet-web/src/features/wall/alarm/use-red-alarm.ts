import { useEffect, useRef, useState } from 'react';
import { beep } from './beep.ts';
import { turnsRed } from './red-alarm.ts';
import type { WallMark } from './wall-mark.ts';

const ARMED: WallMark = { armed: true, text: 'Sound armed' };
const NEEDS_CLICK: WallMark = { armed: false, text: 'Sound needs one click' };
const UNSUPPORTED: WallMark = { armed: false, text: 'Sound not supported' };

/** Beeps once when the wall turns red, if asked to; `isRed` is null before anything was seen. The mark says whether it could; null when nobody asked. */
export function useRedAlarm(asked: boolean, isRed: boolean | null): WallMark | null {
  const audio = useRef<AudioContext>(null);
  const before = useRef<boolean>(null);
  const [mark, setMark] = useState(NEEDS_CLICK);

  useEffect(() => {
    if (!asked) return;
    if (typeof AudioContext === 'undefined') return setMark(UNSUPPORTED);
    const context = new AudioContext();
    audio.current = context;
    const show = () => setMark(context.state === 'running' ? ARMED : NEEDS_CLICK);
    // Refused until somebody has touched the page; the mark goes on asking for it.
    const unlock = () => void context.resume().catch(show);
    show();
    context.addEventListener('statechange', show);
    document.addEventListener('pointerdown', unlock);
    document.addEventListener('keydown', unlock);
    return () => {
      context.removeEventListener('statechange', show);
      document.removeEventListener('pointerdown', unlock);
      document.removeEventListener('keydown', unlock);
      audio.current = null;
      void context.close();
    };
  }, [asked]);

  useEffect(() => {
    if (turnsRed(before.current, isRed) && audio.current !== null) beep(audio.current);
    if (isRed !== null) before.current = isRed;
  }, [isRed]);

  return asked ? mark : null;
}
