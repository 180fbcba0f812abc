import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startOwned } from 'fleet-lab/owned-process/start-owned';
import * as z from 'zod/mini';

const Started = z.object({ port: z.int(), pid: z.int() });

/** A server that the API is compared with, in a process of its own as the API has one. */
export type SideServer = { readonly url: string; readonly pid: number; stop(): Promise<void> };

/** Node's own server that sends to everybody, with nothing to decide, what `url` answers now: the same headers and bytes. */
export function startRawServer(url: string, encoding: string): Promise<SideServer> {
  return startSideServer(new URL('./raw-server.ts', import.meta.url), [url, encoding]);
}

/** Node's own server that reads the tables by plain statements for each request, and answers with the rows as JSON. */
export function startTextbookServer(reader: object): Promise<SideServer> {
  return startSideServer(new URL('./textbook-server.ts', import.meta.url), [JSON.stringify(reader)]);
}

async function startSideServer(module: URL, args: readonly string[]): Promise<SideServer> {
  const owned = await startOwned({
    command: [process.execPath, '--conditions=source', '--import', 'tsx', fileURLToPath(module), ...args],
  });
  if (owned.child.stdout === null) throw new Error('the server has no output to read its port from');
  owned.child.stderr?.pipe(process.stderr);
  const ended = owned.exited.then((code) => {
    throw new Error(`${module.pathname} ended with ${code} before it listened`);
  });
  const [line] = await Promise.race([once(owned.child.stdout, 'data'), ended]);
  const { port, pid } = Started.parse(JSON.parse(String(line)));
  return { url: `http://127.0.0.1:${port}/`, pid, stop: () => owned.stop() };
}
