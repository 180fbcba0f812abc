import { printError } from '../terminal/terminal.ts';
import { ensureSystemPackages } from './ensure-packages.ts';
import { REQUIREMENT_NAMES } from './requirement.ts';

const asked = process.argv.slice(2).filter((argument) => argument !== '--');
const names = REQUIREMENT_NAMES.filter((name) => asked.includes(name));
if (names.length === 0 || names.length < asked.length) {
  printError(`usage: system-packages ${REQUIREMENT_NAMES.map((name) => `[${name}]`).join(' ')}`);
  process.exitCode = 2;
} else {
  try {
    await ensureSystemPackages(names);
  } catch (error) {
    printError(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
