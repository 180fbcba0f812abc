import { type RefObject, useEffect } from 'react';
import { everySecond } from '../../../clock/every-second.ts';
import { shiftAt } from './burn-in-shift.ts';

/** Moves an element about by a pixel or two over the hours, without a render. */
export function useBurnInShift(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = () => {
      const { x, y } = shiftAt(Date.now());
      const transform = `translate(${x}px, ${y}px)`;
      if (ref.current && ref.current.style.transform !== transform) ref.current.style.transform = transform;
    };
    move();
    return everySecond(move);
  }, [ref]);
}
