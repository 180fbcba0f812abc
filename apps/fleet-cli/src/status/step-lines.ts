import type { Step } from 'fleet-core/contract/cause';
import { stepLine } from 'fleet-core/text/cause-lines';
import { wrap } from '../terminal/wrap.ts';

/** A step below its number, within a width where there is one. A command stands on lines of its own, unbroken: it is to be copied. */
export function stepLines({ command, ...step }: Step, number: number, width: number | null): string[] {
  const told = wrap(stepLine(step, number), width, '       ', 4);
  const commandLines = command === undefined ? [] : command.text.split('\n');
  return [`    ${told}`, ...commandLines.map((line) => `         ${line}`)];
}
