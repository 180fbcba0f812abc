import { sentence } from 'fleet-core/rules/text/sentence';
import { noDataLine } from 'fleet-core/text/verdict-lines';
import * as z from 'zod/mini';
import { fetchFleet } from '../api/fetch-fleet.ts';
import { ACCESS_OPTIONS, AccessOptions, accessOf } from '../arguments/access-options.ts';
import type { Command } from '../arguments/command.ts';
import { readOptions } from '../arguments/read-arguments.ts';
import { CannotTell, type ExitCode } from '../cannot-tell.ts';
import type { Page } from '../status/page.ts';
import { statusLines } from '../status/status-lines.ts';
import { mark } from '../terminal/marks.ts';
import type { Terminal } from '../terminal/surroundings.ts';
import { wrap } from '../terminal/wrap.ts';

const Options = z.strictObject({
  ...AccessOptions,
  watch: z._default(z.boolean(), false),
  all: z._default(z.boolean(), false),
});

const WATCH_INTERVAL_MS = 5_000;
const MOST_ROWS = 20;
/** Cursor to the upper left corner, and nothing left below. */
const CLEAR = '\u001b[H\u001b[J';

/** The page in words. */
export const status: Command = {
  name: 'status',
  summary: 'the decision, its causes with the steps to take, the checklist and the tables',
  details: 'Ends with 0 when the fleet could be told, whatever it is: for a verdict use check.',
  options: {
    watch: { help: 'again every 5 s, until it is ended' },
    all: { help: `all rows of each table, not the first ${MOST_ROWS}` },
    ...ACCESS_OPTIONS,
  },
  examples: [
    ['fleet status', 'what the page says, in words'],
    ['fleet status --all', 'with every process and every owner'],
  ],
  async run({ options }, { env, terminal, clock }): Promise<ExitCode> {
    const { watch, all, ...given } = readOptions(Options, options);
    const access = accessOf(given, env);
    const mostRows = all ? Number.POSITIVE_INFINITY : MOST_ROWS;
    const look = async () => {
      const { snapshot, ageSec } = await fetchFleet(access);
      return statusLines(snapshot, ageSec, pageOf(terminal, mostRows));
    };
    if (!watch) {
      terminal.print((await look()).join('\n'));
      return 0;
    }
    for (;;) {
      const lines = await look().catch((error: unknown) => noData(error, terminal));
      terminal.print(
        terminal.isScreen
          ? `${CLEAR}${lines.join('\n').split('\n').slice(0, terminal.height()).join('\n')}`
          : `${lines.join('\n')}\n`,
      );
      await clock.sleep(WATCH_INTERVAL_MS);
    }
  },
};

function pageOf({ isColoured, width }: Terminal, mostRows: number): Page {
  return { isColoured, width: width(), mostRows };
}

/** What was shown before is gone from the screen: the past is not to be taken for the present. */
function noData(error: unknown, terminal: Terminal): string[] {
  if (!(error instanceof CannotTell)) throw error;
  const line = noDataLine(null, sentence(error.message));
  return [`${mark(terminal, 'unknown')} ${wrap(line, terminal.width(), '  ')}`];
}
