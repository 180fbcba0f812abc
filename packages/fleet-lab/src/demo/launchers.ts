import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** One process as the system knows it. */
export type SystemProcess = {
  readonly parent: number;
  readonly command: readonly string[];
};

/** Looks a process up; null when it does not exist, or when the system does not tell. */
export type ProcessLookup = (pid: number) => SystemProcess | null;

/**
 * The processes that npx and pnpm put between the user and process `pid`, nearest first: package managers and
 * the shells between them. The user's own shell is not among them.
 */
export function launchersOf(pid: number, lookUp: ProcessLookup): number[] {
  const chain: number[] = [];
  let launcherCount = 0;
  for (let next = lookUp(pid)?.parent; next; next = lookUp(next)?.parent) {
    const command = lookUp(next)?.command ?? [];
    if (!isPackageManager(command) && !isShellCommand(command)) break;
    chain.push(next);
    if (isPackageManager(command)) launcherCount = chain.length;
  }
  return chain.slice(0, launcherCount);
}

/** Whether each of `launchers` is still the parent of the one before it, the first of `pid`. */
export function areLaunchersThere(pid: number, launchers: readonly number[], lookUp: ProcessLookup): boolean {
  return launchers.every((launcher, index) => lookUp(launchers[index - 1] ?? pid)?.parent === launcher);
}

/** Reads /proc; knows nobody on systems without it. */
export function lookUpInProc(pid: number): SystemProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') };
  } catch {
    return null;
  }
}

function isPackageManager([program = '', script = '']: readonly string[]): boolean {
  const named = /^(npx|npm|pnpm|pnpx)([-@.].*)?$/;
  // npm writes its whole command line over its own name.
  const [first = ''] = program.split(' ');
  return named.test(basename(first)) || (/^node/.test(basename(first)) && named.test(basename(script)));
}

function isShellCommand([program = '', flag]: readonly string[]): boolean {
  return /^(ba|da|z)?sh$/.test(basename(program)) && flag === '-c';
}
