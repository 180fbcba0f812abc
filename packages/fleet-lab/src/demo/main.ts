import { SCENARIOS } from '../scenarios/scenarios.ts';
import { print, printError } from '../terminal/terminal.ts';
import { createClosers } from './closers.ts';
import { DEMO_USAGE, demoOptions } from './demo-options.ts';
import { runDemo } from './run-demo.ts';
import { onStopSignal } from './stop-signals.ts';

/** Undoing may hang on a database that does not answer; what we own ends with this process in any case. */
const STOP_TIMEOUT_MS = 5_000;

const options = demoOptions(process.argv.slice(2), process.env);
if (options.kind === 'help') print(DEMO_USAGE);
else if (options.kind === 'list') {
  const width = Math.max(...SCENARIOS.map(({ name }) => name.length));
  for (const { name, description } of SCENARIOS) print(`${name.padEnd(width)}  ${description}`);
} else if (options.kind === 'refused') {
  printError(options.reason);
  process.exitCode = 2;
} else {
  const closers = createClosers();
  const end = (exitCode: number): void => {
    setTimeout(() => process.exit(exitCode), STOP_TIMEOUT_MS).unref();
    void closers.closeAll().finally(() => process.exit(exitCode));
  };
  let isStopping = false;
  onStopSignal((reason) => {
    isStopping = true;
    print(`\nStopping (${reason}).`);
    end(0);
  });
  try {
    await runDemo(options, closers);
  } catch (error) {
    if (!isStopping) {
      printError(error instanceof Error ? error.message : String(error));
      end(1);
    }
  }
}
