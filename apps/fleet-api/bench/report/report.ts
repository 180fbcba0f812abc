/** A table with what is to be said of it. */
export type Table = {
  readonly title: string;
  readonly text?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A figure that is held against a goal. */
export type Held = {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  /** What it is compared with, and how many times that it is. */
  readonly beside?: string;
  readonly ratio?: string;
  readonly met: boolean;
};

/** What a run has found so far. */
export type Report = { readonly held: Held[]; readonly tables: Table[] };

/** The same measured for us and for what we are compared with, and the median of the ratios of ours to the other. */
export type Pair = { readonly ours: number; readonly beside: number; readonly ratio: number };

/** From above (`most`) or from below (`least`). */
type Limit = { readonly most: number } | { readonly least: number };

/** Holds a number to a limit. */
export function hold(what: string, measured: number, limit: Limit, unit: string): Held {
  const goal = `${signOf(limit)} ${unit}`;
  return { what, goal, measured: `${figure(measured)} ${unit}`, met: isWithin(measured, limit) };
}

/** Holds a ratio to a limit. */
export function holdRatio(what: string, { ours, beside, ratio }: Pair, limit: Limit, unit: string): Held {
  return {
    what,
    goal: `${signOf(limit)} ×`,
    beside: `${figure(beside)} ${unit}`,
    measured: `${figure(ours)} ${unit}`,
    ratio: ratio.toFixed(2),
    met: isWithin(ratio, limit),
  };
}

/** A number as people read it: thousands apart, and decimals only below ten. */
export function figure(value: number): string {
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

function isWithin(measured: number, limit: Limit): boolean {
  return 'most' in limit ? measured <= limit.most : measured >= limit.least;
}

function signOf(limit: Limit): string {
  const [sign, bound] = 'most' in limit ? ['≤', limit.most] : ['≥', limit.least];
  return `${sign} ${bound.toLocaleString('en')}`;
}
