/** How far the picture is moved, in pixels. */
export type Shift = { readonly x: number; readonly y: number };

const HOUR_MS = 3_600_000;
const STAND_STILL: Shift = { x: 0, y: 0 };
const SHIFTS: readonly Shift[] = [
  STAND_STILL,
  { x: 1, y: 0 },
  { x: 2, y: 0 },
  { x: 2, y: 1 },
  { x: 2, y: 2 },
  { x: 1, y: 2 },
  { x: 0, y: 2 },
  { x: 0, y: 1 },
];

/** Where the picture stands in this hour: it goes round by a pixel an hour, so that no edge burns in. */
export function shiftAt(wallMs: number): Shift {
  return SHIFTS[Math.floor(wallMs / HOUR_MS) % SHIFTS.length] ?? STAND_STILL;
}
