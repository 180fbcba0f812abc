import type { ReaderAccess } from '../database/lab-database.ts';
import { readerEnv } from '../database/reader-env.ts';
import { type OwnedProcess, startOwned } from '../owned-process/start-owned.ts';
import { apiSettings } from '../state/api-settings.ts';
import type { FleetState } from '../state/fleet-state.ts';
import { recentOutput } from './recent-output.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

const START_TIMEOUT_MS = 30_000;
const POLL_INTERVAL_MS = 50;
const BUILT = ['apps/fleet-api/bin/fleet-api'] as const;
const SOURCE = [
  process.execPath,
  '--watch',
  '--conditions=source',
  '--import',
  'tsx',
  'apps/fleet-api/src/main.ts',
] as const;

/** How the API is started. */
export type ApiOptions = {
  readonly reader: ReaderAccess;
  readonly state: Omit<FleetState, 'rows'>;
  readonly port: number;
  /** Serve from source, log to the terminal and restart on save. */
  readonly isDev: boolean;
  /** Further settings, by their environment variables. */
  readonly env?: Readonly<Record<string, string>>;
};

/** The running API. */
export type Api = OwnedProcess & {
  /** The end of what it printed. */
  readonly output: () => string;
};

/** Starts the API on 127.0.0.1 and resolves once it answers. Rejects with its output when it does not. */
export async function startApi({ reader, state, port, isDev, env }: ApiOptions): Promise<Api> {
  const owned = await startOwned({
    command: [...(isDev ? SOURCE : BUILT)],
    cwd: REPOSITORY_ROOT,
    output: isDev ? 'inherit' : 'pipe',
    env: {
      ...process.env,
      DASHBOARD_PORT: String(port),
      DASHBOARD_BIND_ADDR: '127.0.0.1',
      ...readerEnv(reader),
      ...apiSettings(state),
      ...env,
    },
  });
  const output = recentOutput(owned.child);
  let hasEnded = false;
  void owned.exited.then(() => {
    hasEnded = true;
  });
  const giveUpMs = performance.now() + START_TIMEOUT_MS;
  while (!(await answers(`http://127.0.0.1:${port}/healthz`))) {
    if (hasEnded) throw new Error(`The API ended before it answered:\n${output()}`);
    if (performance.now() > giveUpMs) {
      await owned.stop();
      throw new Error(`The API did not answer within ${START_TIMEOUT_MS / 1000} s:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
  return { ...owned, output };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
