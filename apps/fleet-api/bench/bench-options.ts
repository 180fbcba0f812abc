import { parseArgs } from 'node:util';

const PARTS = ['queries', 'throughput', 'growth'] as const;
type Part = (typeof PARTS)[number];

export type BenchOptions = {
  /** A twentieth of the rows and short loads, to see that all works; its figures are no result. */
  readonly quick: boolean;
  /** Repeats the drift count over five million sites as well. */
  readonly largest: boolean;
  readonly parts: readonly Part[];
};

export const BENCH_USAGE = `usage: pnpm bench [--quick] [--largest] [--part=queries|throughput|growth]...
  --quick    a twentieth of the rows and short loads; writes nothing
  --largest  drift over 5,000,000 sites as well
  --part     only this part, as often as you like; writes nothing`;

/** Reads the command line. Throws with a readable message. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: {
      quick: { type: 'boolean', default: false },
      largest: { type: 'boolean', default: false },
      part: { type: 'string', multiple: true, default: [] },
    },
  });
  const unknown = values.part.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`there is no part called ${unknown}`);
  const parts = PARTS.filter((part) => values.part.length === 0 || values.part.includes(part));
  return { quick: values.quick, largest: values.largest, parts };
}
