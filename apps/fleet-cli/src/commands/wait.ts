import { GOALS } from 'fleet-core/rules/check/held-since';
import * as z from 'zod/mini';
import { ACCESS_OPTIONS, AccessOptions, accessOf } from '../arguments/access-options.ts';
import type { Command } from '../arguments/command.ts';
import { Duration, oneOf, readOptions } from '../arguments/read-arguments.ts';
import { statusLine } from '../check/status-line.ts';
import { lookAt } from '../wait/look.ts';
import { waitFor } from '../wait/wait-for.ts';

const Options = z.strictObject({
  ...AccessOptions,
  until: oneOf(GOALS),
  stable: z._default(Duration, 30_000),
  timeout: z._default(Duration, 300_000),
  'fail-fast': z._default(z.boolean(), false),
});

/** Waits until the fleet is as it should be, and has been so for a while. */
export const wait: Command = {
  name: 'wait',
  summary: 'waits until the fleet is as it should be, and stays so',
  details: `Ends at once when the dashboard has seen the fleet so for that long; a time that nobody watched does not count.
Changes are told on standard error. When the time is over the last state decides: 1 when it was not yet stable.`,
  options: {
    until: {
      value: 'GOAL',
      words: GOALS,
      help: 'no issue at all, no red one, or a decision that lets the next step be taken',
    },
    stable: { value: 'TIME', help: 'for how long it must have been so, 30s unless told otherwise' },
    timeout: { value: 'TIME', help: 'when to give up, 5m unless told otherwise' },
    'fail-fast': { help: 'end with 2 as soon as something is red' },
    ...ACCESS_OPTIONS,
  },
  examples: [
    ['fleet wait --until advance', 'between two steps of a rollout'],
    [
      'fleet wait --until amber --stable 2m --timeout 15m --fail-fast',
      'after a restart, giving up at the first red',
    ],
  ],
  async run({ options }, { env, terminal, clock }) {
    const given = readOptions(Options, options);
    const { until, stable: stableMs, timeout: timeoutMs } = given;
    const access = accessOf(given, env);
    const { exitCode, headline } = await waitFor(
      { stableMs, timeoutMs, failFast: given['fail-fast'] },
      () => lookAt(access, until, stableMs),
      clock,
      (line) => terminal.complain(line),
    );
    terminal.print(statusLine(exitCode, headline));
    return exitCode;
  },
};
