import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * The owner waits on a pipe that only we hold open: whatever ends us, SIGKILL included, closes it, and the owner
 * kills the command, then its directory, then whatever else the command started. `exec 2>/dev/null` keeps a
 * write to our vanished stderr from ending the owner before it has cleaned up.
 */
const OWNER_SCRIPT = `d=$1; setup=$2; shift 2; exec 3<&0 </dev/null
if [ -n "$d" ]; then mkdir -m 700 "$d" || exit 1; fi
if [ -n "$setup" ]; then
  eval "$setup" >"$d/setup.log" 2>&1 3<&- || { cat "$d/setup.log" >&2; rm -rf "$d"; exit 1; }
fi
"$@" 3<&- & p=$!; exec >/dev/null 2>&1
(read -r _ <&3; kill -9 $p) & w=$!
wait $p; c=$?; kill $w; [ -z "$d" ] || rm -rf "$d"
[ $c -gt 128 ] && kill -9 0
exit $c`;

/** What to run under an owner. */
export type OwnedCommand = {
  /** Executable and arguments. */
  readonly command: readonly [string, ...string[]];
  /** Absolute path of a directory that must not exist yet: made before the start, removed with the process. */
  readonly directory?: string;
  /** Commands that prepare `directory`, each an executable with arguments, run one after the other. */
  readonly setup?: readonly (readonly string[])[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Where the command's stdout and stderr go; piped unless told otherwise. */
  readonly output?: 'pipe' | 'inherit';
};

/** A process that cannot outlive this one. */
export type OwnedProcess = {
  readonly child: ChildProcess;
  /** Resolves with the exit code once the process and its directory are gone; null when it was killed. */
  readonly exited: Promise<number | null>;
  /** Ends the process and all it started, at once. Resolves when they and the directory are gone. */
  stop(): Promise<void>;
};

/**
 * Starts a command that ends when this process ends, in whatever way, leaving neither process nor directory.
 * It runs in a session of its own, so Ctrl-C in a terminal reaches us alone. Rejects when `sh` cannot be started.
 */
export async function startOwned(options: OwnedCommand): Promise<OwnedProcess> {
  const { directory = '', setup = [], output = 'pipe' } = options;
  const script = setup.map((command) => command.map(quote).join(' ')).join(' && ');
  const spawnOptions: SpawnOptions = { stdio: ['pipe', output, output], detached: true };
  if (options.env) spawnOptions.env = options.env;
  if (options.cwd) spawnOptions.cwd = options.cwd;
  const child = spawn('sh', ['-c', OWNER_SCRIPT, 'sh', directory, script, ...options.command], spawnOptions);
  // The owner may be gone before we close its stdin.
  child.stdin?.on('error', () => {});
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
  await once(child, 'spawn');
  return {
    child,
    exited,
    async stop() {
      child.stdin?.end();
      await exited;
    },
  };
}

function quote(argument: string): string {
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}
