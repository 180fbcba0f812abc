import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../database/free-port.ts';
import type { ReaderAccess } from '../database/lab-database.ts';
import { readerEnv } from '../database/reader-env.ts';
import { recentOutput } from '../owned-process/recent-output.ts';
import { type OwnedProcess, startOwned } from '../owned-process/start-owned.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';

/** `built`: as operators run it. `source`: without a build. `watched`: from source, restarted on save. */
export type ApiForm = 'built' | 'source' | 'watched';

/** Which API is started, and how. */
export type ApiOptions = {
  readonly reader: ReaderAccess;
  readonly form: ApiForm;
  /** A free one unless told otherwise. */
  readonly port?: number;
  /** Settings by their environment variables, besides those of the port and the database. */
  readonly env?: Readonly<Record<string, string>>;
  /** The environment that it starts from; `PATH` alone unless told otherwise. */
  readonly inherited?: NodeJS.ProcessEnv;
  /** A pipe that its log goes into, with what was read of it; not for one that is watched. */
  readonly log?: { readonly path: string; output(): string };
  /** How much of what it printed is kept, from the end; a few screens unless told otherwise. */
  readonly keptCharacters?: number;
};

/** The API in a process of its own, which ends with ours. One that is watched prints to the terminal and has no output. */
export type ApiProcess = {
  readonly url: string;
  /** Resolves with its exit code, null when it was killed. */
  readonly exited: Promise<number | null>;
  /** The end of what it printed. */
  output(): string;
  /** Its process id. Throws for one that is watched. */
  pid(): number;
  signal(signal: NodeJS.Signals): void;
  /** Ends it at once, as a crash would. */
  stop(): Promise<void>;
};

const FROM_SOURCE = ['--conditions=source', '--import', 'tsx', 'apps/fleet-api/src/main.ts'];
const COMMANDS: Record<ApiForm, [string, ...string[]]> = {
  built: ['apps/fleet-api/bin/fleet-api'],
  // As `bin/fleet-api` has it, but for the source.
  source: [process.execPath, '--disallow-code-generation-from-strings', ...FROM_SOURCE],
  watched: [process.execPath, '--watch', ...FROM_SOURCE],
};

const START_TIMEOUT_MS = 60_000;
const POLL_INTERVAL_MS = 50;
const LISTENS = 'fleet dashboard listens';

/** Starts the API on 127.0.0.1 and resolves once it answers. Rejects with its exit code and output when it does not. */
export async function startApi(options: ApiOptions): Promise<ApiProcess> {
  const { reader, form, env, log, inherited = { PATH: process.env.PATH } } = options;
  const port = options.port ?? (await freePort());
  const isWatched = form === 'watched';
  const owned = await startOwned({
    command:
      log === undefined ? COMMANDS[form] : ['sh', '-c', 'exec "$@" >"$0"', log.path, ...COMMANDS[form]],
    cwd: REPOSITORY_ROOT,
    output: isWatched ? 'inherit' : 'pipe',
    env: {
      ...inherited,
      // Where its output is ours to read, it must say that it listens.
      ...(isWatched ? {} : { LOG_LEVEL: 'info' }),
      DASHBOARD_PORT: String(port),
      DASHBOARD_BIND_ADDR: '127.0.0.1',
      ...readerEnv(reader),
      ...env,
    },
  });
  const closed = once(owned.child, 'close');
  const printed = recentOutput(owned.child, options.keptCharacters);
  const output = () => (log === undefined ? printed() : `${log.output()}${printed()}`);
  const url = `http://127.0.0.1:${port}`;
  const patience = AbortSignal.timeout(START_TIMEOUT_MS);
  const ready = isWatched
    ? untilAnswers(url, patience)
    : untilListens(owned, output, log !== undefined, patience);
  const failure = await Promise.race([
    ready.then(
      () => null,
      () => `did not answer within ${START_TIMEOUT_MS / 1000} s`,
    ),
    owned.exited.then((code) => `ended with ${code} before it answered`),
  ]);
  if (failure !== null) {
    await owned.stop();
    await closed;
    throw new Error(`The API ${failure}:\n${output()}`);
  }
  const told = /"pid":(\d+)/.exec(output())?.[1];
  const pid = (): number => {
    if (told === undefined) throw new Error('the API has not told its process id');
    return Number(told);
  };
  return {
    url,
    exited: owned.exited,
    output,
    pid,
    signal: (signal) => void process.kill(pid(), signal),
    stop: owned.stop,
  };
}

async function untilListens(
  { child }: OwnedProcess,
  output: () => string,
  isElsewhere: boolean,
  signal: AbortSignal,
): Promise<void> {
  while (!output().includes(LISTENS)) {
    // A log that goes elsewhere gives no event.
    if (isElsewhere) await sleep(POLL_INTERVAL_MS, undefined, { signal });
    else await once(child.stdout ?? child, 'data', { signal });
  }
}

async function untilAnswers(url: string, signal: AbortSignal): Promise<void> {
  const isWell = (response: Response) => response.ok;
  while (!(await fetch(`${url}/healthz`, { signal }).then(isWell, () => false))) {
    await sleep(POLL_INTERVAL_MS, undefined, { signal });
  }
}
