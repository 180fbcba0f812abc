import packageFacts from '../package.json' with { type: 'json' };
import { helpOf, overview } from './arguments/help.ts';
import { readArguments } from './arguments/read-arguments.ts';
import { CannotTell, type ExitCode } from './cannot-tell.ts';
import { statusLine } from './check/status-line.ts';
import { COMMANDS } from './commands/commands.ts';
import type { Surroundings } from './terminal/surroundings.ts';

const HELP = ['--help', '-h', 'help'];

/** Runs one command line of `fleet`. What cannot be told ends with 3, in the one line that monitoring systems show. */
export async function runFleet(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { terminal } = surroundings;
  const [first = '', ...rest] = args;
  if (first === '--version') {
    terminal.print(`fleet ${packageFacts.version}`);
    return 0;
  }
  const isHelp = HELP.includes(first);
  const name = isHelp ? (rest[0] ?? '') : first;
  const command = COMMANDS.find((known) => known.name === name);
  if (isHelp && name === '') {
    terminal.print(overview(COMMANDS));
    return 0;
  }
  if (command === undefined) {
    terminal.complain(
      name === '' ? overview(COMMANDS) : `There is no command "${name}".\n\n${overview(COMMANDS)}`,
    );
    return 3;
  }
  if (isHelp || rest.some((word) => word === '--help' || word === '-h')) {
    terminal.print(helpOf(command));
    return 0;
  }
  try {
    return await command.run(readArguments(command, rest), surroundings, COMMANDS);
  } catch (error) {
    const isOurs = !(error instanceof CannotTell);
    if (isOurs) terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const why = isOurs ? 'this command has a fault: see its standard error' : error.message;
    // A monitoring system shows what stands on standard output.
    if (command.name === 'check' || command.name === 'wait') terminal.print(statusLine(3, why));
    else terminal.complain(`fleet: ${why}`);
    return 3;
  }
}
