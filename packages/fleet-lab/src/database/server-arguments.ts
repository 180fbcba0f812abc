import { join } from 'node:path';
import type { ServerSoftware } from './server-software.ts';

/** Where one private server lives and listens. */
export type ServerPlace = {
  readonly directory: string;
  readonly socketPath: string;
  readonly port: number;
};

/** Accounts that the bootstrap makes without a password and that TCP could reach. */
const CLOSE_TCP_ROOT = "DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';";

/** Commands that fill the data directory before the first start. */
export function setupCommands(software: ServerSoftware, place: ServerPlace): string[][] {
  const common = commonArguments(place);
  const closeTcpRoot = ['sh', '-c', 'printf "%s\\n" "$1" >"$2"', 'sh', CLOSE_TCP_ROOT, initFile(place)];
  if (software.kind === 'mysql') return [[software.server, ...common, '--initialize-insecure'], closeTcpRoot];
  const install = [software.install, ...common, '--auth-root-authentication-method=normal', '--skip-test-db'];
  return [[...install, '--skip-name-resolve', ...MARIADB_STORAGE], closeTcpRoot];
}

/** Command line of the server itself. `extra` comes last and so overrides what is set here. */
export function serverCommand(
  software: ServerSoftware,
  place: ServerPlace,
  extra: readonly string[],
): [string, ...string[]] {
  const own = software.kind === 'mysql' ? ['--mysqlx=OFF'] : MARIADB_STORAGE;
  return [
    software.server,
    ...commonArguments(place),
    ...own,
    `--init-file=${initFile(place)}`,
    `--socket=${place.socketPath}`,
    `--port=${place.port}`,
    `--pid-file=${pidFile(place)}`,
    '--bind-address=127.0.0.1',
    '--skip-log-bin',
    '--skip-name-resolve',
    '--innodb-doublewrite=0',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=64M',
    '--performance-schema=OFF',
    '--default-time-zone=+00:00',
    ...extra,
  ];
}

const MARIADB_STORAGE = ['--innodb-log-file-size=4M', '--innodb-flush-method=nosync'];

function commonArguments(place: ServerPlace): string[] {
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  // A starting server deletes `#sql*` files in its tmpdir, those of others too: it gets a private one.
  return [
    '--no-defaults',
    ...asRoot,
    `--datadir=${join(place.directory, 'data')}`,
    `--tmpdir=${place.directory}`,
  ];
}

/** Where the server writes its process id. */
export function pidFile(place: Pick<ServerPlace, 'directory'>): string {
  return join(place.directory, 'pid');
}

/** While this file exists, a server that ended is not started again. */
export function holdFile(place: Pick<ServerPlace, 'directory'>): string {
  return join(place.directory, 'hold');
}

/** Starts `command` again whenever it was ended from outside, as a service manager does. */
export function restarting(
  place: ServerPlace,
  command: readonly [string, ...string[]],
): [string, ...string[]] {
  const loop =
    'hold=$1; shift; while :; do "$@" || [ $? -gt 128 ] || exit 1; while [ -e "$hold" ]; do sleep 0.1; done; done';
  return ['sh', '-c', loop, 'sh', holdFile(place), ...command];
}

function initFile(place: ServerPlace): string {
  return join(place.directory, 'init.sql');
}
