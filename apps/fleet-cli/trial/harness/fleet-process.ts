import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from 'fleet-lab/repository-root';
import type { RunResult } from './run-in-test.ts';

const FLEET = join(REPOSITORY_ROOT, 'apps/fleet-cli/bin/fleet');

/** Runs the built command as a user would, with nothing in its environment but what is told. */
export function fleetProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const options = { env: { PATH: process.env.PATH, HOME: '/nowhere', ...env } };
    execFile(FLEET, [...args], options, (error, out, err) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') resolve({ code, out: out.trimEnd(), err: err.trimEnd() });
      else reject(error);
    });
  });
}
