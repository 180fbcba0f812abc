import { checkFleet } from 'fleet-core/rules/check/check-fleet';
import * as z from 'zod/mini';
import { fetchFleet } from '../api/fetch-fleet.ts';
import { ACCESS_OPTIONS, AccessOptions, accessOf } from '../arguments/access-options.ts';
import type { Command } from '../arguments/command.ts';
import { readOptions } from '../arguments/read-arguments.ts';
import { CannotTell } from '../cannot-tell.ts';
import { CHECK_OPTIONS, CheckOptionValues } from '../check/check-options.ts';
import { perfdata } from '../check/perfdata.ts';
import { exitCodeOf, statusLine } from '../check/status-line.ts';

const Options = z.strictObject({
  ...AccessOptions,
  ...CheckOptionValues,
  json: z._default(z.boolean(), false),
});

/** A probe for monitoring systems. */
export const check: Command = {
  name: 'check',
  summary: 'one line and an exit code for monitoring systems',
  details: `Red is critical (2) and amber a warning (1). What cannot be asked or read, or is not present, is unknown (3), and never ok.
Without --as-planned what was planned or is muted counts as what it is.`,
  options: { ...ACCESS_OPTIONS, ...CHECK_OPTIONS, json: { help: 'the same as JSON' } },
  examples: [
    ['fleet check --as-planned', 'whether the next step may be taken, as the page says it'],
    [
      'fleet check --max amber --expect monitors=3,deliverers=1',
      'a probe that calls for red, and for processes that are missing',
    ],
    ['fleet check --only queues,delivery_owner', 'a probe of the deliveries alone'],
    ['fleet check --ignore bucket_coverage --json', 'the same without one issue code, as JSON'],
  ],
  async run({ options }, { env, terminal }) {
    const given = readOptions(Options, options);
    const counts = { ...given, asPlanned: given['as-planned'] };
    const { snapshot, ageSec } = await fetchFleet(accessOf(given, env)).catch((error: unknown) => {
      if (given.json && error instanceof CannotTell) {
        terminal.print(JSON.stringify({ code: 'unknown', headline: error.message }));
        return { snapshot: null, ageSec: 0 };
      }
      throw error;
    });
    if (snapshot === null) return 3;
    const result = checkFleet(snapshot, counts);
    const exitCode = exitCodeOf(result.code);
    if (given.json) {
      const { generated_at, decision } = snapshot;
      terminal.print(JSON.stringify({ ...result, decision, generated_at, age_sec: ageSec }));
    } else {
      terminal.print(statusLine(exitCode, result.headline, perfdata(snapshot, ageSec, result, counts)));
    }
    return exitCode;
  },
};
