/** A picture's width, the size of its type and the least width of a fault, in pixels. */
export type Canvas = {
  readonly width: number;
  readonly typePx: number;
  readonly leastFaultPx: number;
};

/** A stretch of the picture in pixels. */
export type Stretch = { readonly x: number; readonly width: number };

/** Maps the buckets 0 … total−1 onto a picture `width` pixels wide; what lies outside is cut off. */
export function stretchOf(range: { min: number; max: number }, total: number, width: number): Stretch {
  const left = Math.min(Math.max(range.min, 0), total);
  const right = Math.min(Math.max(range.max + 1, left), total);
  return { x: (left / total) * width, width: ((right - left) / total) * width };
}

/** The same stretch made at least `least` pixels wide around its middle, and kept inside the picture. */
export function widened(stretch: Stretch, least: number, pictureWidth: number): Stretch {
  if (stretch.width >= least) return stretch;
  const middle = stretch.x + stretch.width / 2;
  const x = Math.min(Math.max(0, middle - least / 2), Math.max(0, pictureWidth - least));
  return { x, width: Math.min(least, pictureWidth) };
}

/** The stretches as few as can be: those that touch or overlap become one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const runs: { x: number; width: number }[] = [];
  for (const { x, width } of [...stretches].sort((a, b) => a.x - b.x)) {
    const last = runs.at(-1);
    if (last === undefined || x > last.x + last.width + 0.01) runs.push({ x, width });
    else last.width = Math.max(last.width, x + width - last.x);
  }
  return runs;
}

/** The widest part of a stretch that none of the others covers. */
export function widestFree(stretch: Stretch, others: readonly Stretch[]): Stretch {
  let widest: Stretch = { x: stretch.x, width: 0 };
  let from = stretch.x;
  const end = stretch.x + stretch.width;
  const inOrder = [...others].sort((a, b) => a.x - b.x);
  for (const other of [...inOrder, { x: end, width: 0 }]) {
    const width = Math.min(other.x, end) - from;
    if (width > widest.width) widest = { x: from, width };
    from = Math.max(from, other.x + other.width);
  }
  return widest;
}

/** A number on the axis. `anchor` is the side of the text that stands at `x`. */
export type Tick = {
  readonly bucket: number;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
};

const TICK_CHARACTERS = 7;

/** Round bucket numbers with room between them; the first and the last bucket always have one. */
export function axisTicks(total: number, width: number, typePx: number): Tick[] {
  const space = TICK_CHARACTERS * typePx;
  const step = roundStep((total * space) / Math.max(width, space));
  const ticks: Tick[] = [{ bucket: 0, x: 0, anchor: 'start' }];
  for (let bucket = step; bucket < total - 1; bucket += step) {
    const x = (bucket / total) * width;
    if (width - x >= space / 2) ticks.push({ bucket, x, anchor: 'middle' });
  }
  if (total > 1) ticks.push({ bucket: total - 1, x: width, anchor: 'end' });
  return ticks;
}

/** The least of 1, 2, 5, 10, 20, 50, … that is not below `least`. */
function roundStep(least: number): number {
  let decade = 1;
  for (;;) {
    const step = [1, 2, 5].map((digit) => digit * decade).find((candidate) => candidate >= least);
    if (step !== undefined) return step;
    decade *= 10;
  }
}
