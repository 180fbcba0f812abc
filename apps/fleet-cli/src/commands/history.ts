import {
  FleetHistory,
  type IssueTransition,
  type StatusTransition,
} from 'fleet-core/contract/answers/history';
import { fromInstant, toInstant } from 'fleet-core/domain/instant';
import { limitText } from 'fleet-core/rules/text/duration-text';
import * as z from 'zod/mini';
import { ask } from '../api/ask.ts';
import { fetchFleet } from '../api/fetch-fleet.ts';
import { ACCESS_OPTIONS, AccessOptions, accessOf } from '../arguments/access-options.ts';
import type { Command } from '../arguments/command.ts';
import { Duration, readOptions } from '../arguments/read-arguments.ts';
import type { ExitCode } from '../cannot-tell.ts';
import { colourOf, paint } from '../terminal/colour.ts';
import type { Terminal } from '../terminal/surroundings.ts';

const Options = z.strictObject({
  ...AccessOptions,
  since: z._default(Duration, 86_400_000),
  json: z._default(z.boolean(), false),
});

/** What the dashboard has seen. */
export const history: Command = {
  name: 'history',
  summary: 'what has changed, as the dashboard has seen it',
  details:
    'Times are on the clock of the database. What nobody watched, or what could not be read, is told as such.',
  options: {
    since: { value: 'TIME', help: 'how far back, 24h unless told otherwise, at most 7d' },
    json: { help: "the dashboard's answer as it is" },
    ...ACCESS_OPTIONS,
  },
  examples: [
    ['fleet history', 'the last day'],
    ['fleet history --since 2h', 'the last two hours'],
  ],
  async run({ options }, { env, terminal }): Promise<ExitCode> {
    const given = readOptions(Options, options);
    const access = accessOf(given, env);
    const { snapshot } = await fetchFleet(access);
    const begin = toInstant(fromInstant(snapshot.generated_at) - given.since);
    const { value } = await ask(access, `/api/fleet/history?since=${begin}`, FleetHistory);
    if (given.json) terminal.print(JSON.stringify(value));
    else printHistory(terminal, value, `the last ${limitText(given.since / 1000)}`);
    return 0;
  },
};

function printHistory(terminal: Terminal, told: FleetHistory, range: string): void {
  const { watching_since, status_transitions, issue_transitions } = told;
  terminal.print(
    watching_since === null ? 'Nothing has been seen yet.' : `Watched since ${watching_since}; ${range}:`,
  );
  const lines = [
    ...status_transitions.map((transition) => ({
      at: transition.at,
      line: statusText(terminal, transition),
    })),
    ...issue_transitions.map((transition) => ({ at: transition.at, line: issueText(terminal, transition) })),
  ].toSorted((a, b) => fromInstant(a.at) - fromInstant(b.at));
  for (const { at, line } of lines) terminal.print(`${at}  ${line}`);
  if (lines.length === 0) terminal.print('nothing has changed');
}

function statusText(terminal: Terminal, { from, to }: StatusTransition): string {
  const told = paint(terminal, colourOf(to), to.toUpperCase());
  return from === null ? told : `${told}, before that ${from}`;
}

function issueText(terminal: Terminal, { code, from, to, headline }: IssueTransition): string {
  if (to === null) return `  ${code}: gone`;
  const before = from === null ? '' : `, before that ${from}`;
  const about = headline === undefined ? '' : `: ${headline}`;
  return `  ${code}: ${paint(terminal, colourOf(to), to)}${before}${about}`;
}
