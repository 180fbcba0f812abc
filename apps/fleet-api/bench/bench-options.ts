import { parseArgs } from 'node:util';

export const PARTS = ['start', 'http', 'queries', 'snapshot', 'watching', 'drift', 'sites'] as const;
export type Part = (typeof PARTS)[number];

export type BenchOptions = {
  /** A twentieth of the rows and short loads, to see that all works; its figures are no result. */
  readonly quick: boolean;
  /** Watches ten million sites as well, without the recommended index and with it. */
  readonly largest: boolean;
  readonly parts: readonly Part[];
  /** Where another dashboard answers, which is measured instead. */
  readonly against: string | undefined;
};

export const BENCH_USAGE = `usage: pnpm bench [--quick] [--largest] [--part=${PARTS.join('|')}]...
       pnpm bench --against=URL [--quick]
  --quick    a twentieth of the rows and short loads; writes nothing
  --largest  ten million sites as well, without the recommended index and with it
  --part     only this part, as often as you like; writes nothing
  --against  loads another dashboard, which is there already; writes nothing`;

/** Reads the command line. Throws with a readable message. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: {
      quick: { type: 'boolean', default: false },
      largest: { type: 'boolean', default: false },
      part: { type: 'string', multiple: true, default: [] },
      against: { type: 'string' },
    },
  });
  const { quick, largest, part, against } = values;
  const unknown = part.find((name) => !PARTS.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`there is no part called ${unknown}`);
  if (against !== undefined && !URL.canParse(against)) throw new Error(`--against is no address: ${against}`);
  return { quick, largest, parts: PARTS.filter((name) => part.length === 0 || part.includes(name)), against };
}
