import { GATE_LIMITS, GATE_PURPOSES, Gate } from 'fleet-core/contract/answers/gate';
import { ISSUE_CODES } from 'fleet-core/contract/issue';
import * as z from 'zod/mini';
import { ask } from '../api/ask.ts';
import { ACCESS_OPTIONS, AccessOptions, accessOf } from '../arguments/access-options.ts';
import type { Command } from '../arguments/command.ts';
import { oneOf, readOptions } from '../arguments/read-arguments.ts';
import { CannotTell, type ExitCode } from '../cannot-tell.ts';
import { type AskedGate, gateExitCode } from '../check/gate-verdict.ts';
import { paint } from '../terminal/colour.ts';
import { mark } from '../terminal/marks.ts';
import type { Terminal } from '../terminal/surroundings.ts';
import { wrap } from '../terminal/wrap.ts';

const Options = z.strictObject({
  ...AccessOptions,
  host: z.optional(z.string()),
  buckets: z.optional(
    z.pipe(
      z.string().check(z.regex(/^\d{1,6}-\d{1,6}$/, 'it must be a range such as 0-99')),
      z.transform((range) => range.split('-').map(Number).join('-')),
    ),
  ),
  max: z.optional(oneOf(GATE_LIMITS)),
  ignore: z._default(z.array(z.string()), []),
  json: z._default(z.boolean(), false),
});

const VERDICTS = {
  0: ['green', 'pass: the step may be taken'],
  2: ['red', 'fail: do not take the step'],
  3: ['unknown', 'not known: do not take the step'],
} as const;

/** May this step be taken? */
export const gate: Command = {
  name: 'gate',
  summary: 'may this step of a rollout be taken? 0 yes, 2 no, 3 not known',
  word: { value: 'STEP', words: GATE_PURPOSES, most: 1 },
  options: {
    host: { value: 'HOST', help: 'the host that takes the range (cutover), or gives it back (rollback)' },
    buckets: { value: 'MIN-MAX', help: 'the range, both ends included (cutover, rollback)' },
    max: { value: 'LEVEL', words: GATE_LIMITS, help: 'the worst level that lets advance pass' },
    ignore: {
      value: 'CODE',
      isList: true,
      words: ISSUE_CODES,
      help: 'issues of these codes do not count for advance',
    },
    json: { help: "the dashboard's answer as it is" },
    ...ACCESS_OPTIONS,
  },
  examples: [
    ['fleet gate advance', 'may the next step be taken?'],
    ['fleet gate cutover --host jetmon-b --buckets 166-332', 'has the host taken over its range from v1?'],
    ['fleet gate rollback --buckets 166-332', 'may v1 be started on this range again?'],
    ['fleet gate dynamic', 'is the rollout done?'],
  ],
  async run({ options, words: [step] }, { env, terminal }) {
    if (step === undefined) throw new CannotTell(`which step? One of ${GATE_PURPOSES.join(', ')}`);
    const { host = null, buckets = null, max, ignore, json, ...access } = readOptions(Options, options);
    const asked: AskedGate = { for: step, host, buckets, max: max ?? 'green', ignore };
    const query = new URLSearchParams({
      for: step,
      ...(host === null ? {} : { host }),
      ...(buckets === null ? {} : { buckets }),
      ...(max === undefined ? {} : { max }),
      ...(ignore.length === 0 ? {} : { ignore: ignore.join(',') }),
    });
    const { value } = await ask(accessOf(access, env), `/api/fleet/gate?${query}`, Gate);
    const exitCode = gateExitCode(value, asked);
    if (json) terminal.print(JSON.stringify(value));
    else printGate(terminal, value, exitCode);
    return exitCode;
  },
};

function printGate(terminal: Terminal, { checks, generated_at, question }: Gate, exitCode: ExitCode): void {
  const width = Math.max(0, ...checks.map(({ code }) => code.length));
  for (const { ok, code, fact } of checks) {
    const state = ok === null ? 'unknown' : ok ? 'green' : 'red';
    const told = wrap(fact, terminal.width(), ' '.repeat(width + 4));
    terminal.print(`${mark(terminal, state)} ${code.padEnd(width)}  ${told}`);
  }
  const [colour, text] = VERDICTS[exitCode === 0 || exitCode === 2 ? exitCode : 3];
  terminal.print(`${paint(terminal, colour, text)} (${question.for}, ${generated_at})`);
}
