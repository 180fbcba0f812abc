import { useLayoutEffect, useState } from 'react';
import { wallUnit } from './wall-type.ts';

const UNITS_PER_REM = 10;

/** Measures everything on the wall by its screen: 1 rem is ten units. Returns the unit in CSS pixels. */
export function useWallUnit(scale: number): number {
  const [unit, setUnit] = useState(scale);
  useLayoutEffect(() => {
    const root = document.documentElement;
    const before = root.style.fontSize;
    const measure = () => {
      const measured = wallUnit({ width: innerWidth, height: innerHeight }, scale);
      root.style.fontSize = `${UNITS_PER_REM * measured}px`;
      setUnit(measured);
    };
    measure();
    addEventListener('resize', measure);
    return () => {
      removeEventListener('resize', measure);
      root.style.fontSize = before;
    };
  }, [scale]);
  return unit;
}
