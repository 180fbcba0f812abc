import { runFleet } from '../../src/run-fleet.ts';
import type { Clock, Terminal } from '../../src/terminal/surroundings.ts';

/** What a command line did. */
export type RunResult = { readonly code: number; readonly out: string; readonly err: string };

/** Where a command line runs; nothing is set, and nobody looks on, unless told otherwise. */
export type RunIn = {
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: Partial<Terminal>;
  readonly clock?: Clock;
};

const STILL: Clock = {
  nowMs: () => 0,
  elapsedMs: () => 0,
  sleep: () => Promise.reject(new Error('nothing waits in this test')),
};

/** Runs a command line in this process. No setting of the machine that the tests run on is seen. */
export async function runInTest(
  args: readonly string[],
  { env = {}, terminal, clock = STILL }: RunIn = {},
): Promise<RunResult> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runFleet(args, {
    env: { HOME: '/nowhere', ...env },
    terminal: {
      print: (text) => out.push(text),
      complain: (text) => err.push(text),
      width: () => null,
      height: () => 50,
      isColoured: false,
      isScreen: false,
      ...terminal,
    },
    clock,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
