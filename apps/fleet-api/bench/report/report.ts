/** A table with what is to be said of it. */
export type Table = {
  readonly title: string;
  readonly text?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A figure that is held against a limit. */
export type Held = {
  readonly what: string;
  readonly limit: string;
  readonly measured: string;
  readonly met: boolean;
};

/** What a run has found so far. */
export type Report = { readonly held: Held[]; readonly tables: Table[] };

/** Holds a number to a limit from above (`most`) or from below (`least`). */
export function hold(
  what: string,
  measured: number,
  limit: { readonly most: number } | { readonly least: number },
  unit: string,
): Held {
  const [sign, bound, met] =
    'most' in limit ? ['≤', limit.most, measured <= limit.most] : ['≥', limit.least, measured >= limit.least];
  return { what, limit: `${sign} ${figure(bound)} ${unit}`, measured: `${figure(measured)} ${unit}`, met };
}

/** A number as people read it: thousands apart, and decimals only below ten. */
export function figure(value: number): string {
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}
