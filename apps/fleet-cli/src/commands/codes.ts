import { CodeCatalogue, type CodeMeaning } from 'fleet-core/contract/answers/code-catalogue';
import { ISSUE_CODES } from 'fleet-core/contract/issue';
import { codeSteps } from 'fleet-core/text/code-steps';
import * as z from 'zod/mini';
import { ask } from '../api/ask.ts';
import { ACCESS_OPTIONS, AccessOptions, accessOf } from '../arguments/access-options.ts';
import type { Command } from '../arguments/command.ts';
import { readOptions } from '../arguments/read-arguments.ts';
import { CannotTell, type ExitCode } from '../cannot-tell.ts';
import { stepLines } from '../status/step-lines.ts';
import { colourOf, paint } from '../terminal/colour.ts';
import type { Terminal } from '../terminal/surroundings.ts';
import { table } from '../terminal/table.ts';
import { wrap } from '../terminal/wrap.ts';

const Options = z.strictObject(AccessOptions);

/** What the issue codes mean, in the names of the dashboard's database. */
export const codes: Command = {
  name: 'codes',
  summary: 'what the issue codes mean, their likely causes and first steps',
  word: { value: '[CODE…]', words: ISSUE_CODES, most: Number.POSITIVE_INFINITY },
  options: ACCESS_OPTIONS,
  examples: [
    ['fleet codes', 'all codes, each in a line'],
    ['fleet codes process_stale', 'what one means, and what to do first'],
  ],
  async run({ options, words }, { env, terminal }): Promise<ExitCode> {
    const { value } = await ask(
      accessOf(readOptions(Options, options), env),
      '/api/fleet/codes',
      CodeCatalogue,
    );
    const unknown = words.find((word) => value.codes.every(({ code }) => code !== word));
    if (unknown !== undefined)
      throw new CannotTell(`there is no issue code "${unknown}"; \`fleet codes\` lists them`);
    if (words.length === 0) {
      const rows = value.codes.map(({ code, severities, question, meaning }) => [
        code,
        severities.join('/'),
        question,
        meaning,
      ]);
      for (const line of table(
        [{ title: 'code' }, { title: 'severity' }, { title: 'question' }, { title: 'meaning' }],
        rows,
        terminal.width(),
      ))
        terminal.print(line);
    }
    for (const meaning of value.codes.filter(({ code }) => words.includes(code)))
      printMeaning(terminal, meaning);
    return 0;
  },
};

function printMeaning(terminal: Terminal, about: CodeMeaning): void {
  const { code, severities, question, meaning, likely_causes } = about;
  const width = terminal.width();
  const levels = severities.map((level) => paint(terminal, colourOf(level), level)).join(' or ');
  terminal.print(`${paint(terminal, 'bold', code)}  ${levels}  (${question})`);
  terminal.print(`  ${wrap(meaning, width, '  ')}`);
  for (const cause of likely_causes) terminal.print(`  perhaps ${wrap(cause, width, '          ')}`);
  const lines = codeSteps(about).flatMap((step, place) => stepLines(step, place + 1, width));
  for (const line of lines) terminal.print(line);
  terminal.print('');
}
