import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { REPOSITORY_ROOT } from 'fleet-lab/repository-root';

/** What a block did. */
export type ShellResult = { readonly code: number | null; readonly out: string; readonly err: string };

/** The addresses at which the pages have a dashboard: the usual one, and a second beside it. */
const ADDRESSES = /127\.0\.0\.1:808[01]\b/g;

/**
 * Runs a block as somebody would who stands in the repository and has `fleet` on the `PATH`, up to the first line that fails;
 * with nothing in its environment but what is told, and the dashboard of `url` in the place of that of the pages.
 */
export async function runShell(
  block: string,
  url: string,
  env: Readonly<Record<string, string>>,
): Promise<ShellResult> {
  const commands = join(REPOSITORY_ROOT, 'apps/fleet-cli/bin');
  const child = spawn('sh', ['-ec', block.replaceAll(ADDRESSES, new URL(url).host)], {
    cwd: REPOSITORY_ROOT,
    env: { PATH: `${commands}:${process.env.PATH}`, HOME: '/nowhere', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: typeof code === 'number' ? code : null, out: out.trimEnd(), err: err.trimEnd() };
}
