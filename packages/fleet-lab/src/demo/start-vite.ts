import { join } from 'node:path';
import { recentOutput } from '../owned-process/recent-output.ts';
import { type OwnedProcess, startOwned } from '../owned-process/start-owned.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';

const LOCAL_ADDRESS = /Local:\s+(http:\S+)/;

/** Vite's dev server, which reloads the page on save. */
export type ViteServer = OwnedProcess & {
  /** Address of the page. */
  readonly address: string;
};

/** Starts Vite for the page, with `/api` forwarded to `apiUrl`. Rejects with its output when it does not start. */
export async function startVite(apiUrl: string): Promise<ViteServer> {
  const owned = await startOwned({
    command: [
      process.execPath,
      'node_modules/vite/bin/vite.js',
      '--host',
      '127.0.0.1',
      '--clearScreen',
      'false',
    ],
    cwd: join(REPOSITORY_ROOT, 'apps/fleet-web'),
    env: { ...process.env, FLEET_API_URL: apiUrl, NO_COLOR: '1' },
  });
  const output = recentOutput(owned.child);
  const address = new Promise<string>((resolve) => {
    owned.child.stdout?.on('data', () => {
      const found = LOCAL_ADDRESS.exec(output())?.[1];
      if (found) resolve(found);
    });
  });
  const ended = owned.exited.then(() => null);
  const found = await Promise.race([address, ended]);
  if (found === null) throw new Error(`Vite did not start:\n${output()}`);
  owned.child.stdout?.pipe(process.stdout, { end: false });
  owned.child.stderr?.pipe(process.stderr, { end: false });
  return { ...owned, address: found };
}
