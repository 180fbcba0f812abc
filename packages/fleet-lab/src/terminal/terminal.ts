/** Prints a line for people. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line that tells what went wrong. */
export function printError(line: string): void {
  process.stderr.write(`${line}\n`);
}
