import { recentOutput } from '../owned-process/recent-output.ts';
import { startOwned } from '../owned-process/start-owned.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';

/** Builds all packages. Rejects with the end of the build's output when it fails. */
export async function buildProject(): Promise<void> {
  const build = await startOwned({ command: ['pnpm', 'build'], cwd: REPOSITORY_ROOT });
  const output = recentOutput(build.child);
  if ((await build.exited) !== 0) throw new Error(`pnpm build failed:\n${output()}`);
}
