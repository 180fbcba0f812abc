import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startOwned } from 'fleet-lab/owned-process/start-owned';

const MODULE = fileURLToPath(new URL('./raw-server.ts', import.meta.url));

/** Starts the bare server in a process of its own, as the API has one. */
export async function startRawServer(bytes: number): Promise<{ url: string; stop(): Promise<void> }> {
  const owned = await startOwned({
    command: [process.execPath, '--conditions=source', '--import', 'tsx', MODULE, String(bytes)],
  });
  if (owned.child.stdout === null) throw new Error('the server has no output to read its port from');
  const [port] = await once(owned.child.stdout, 'data');
  return { url: `http://127.0.0.1:${String(port).trim()}/`, stop: () => owned.stop() };
}
