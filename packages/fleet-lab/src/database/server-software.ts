import { execFileSync } from 'node:child_process';
import { findExecutable } from './find-executable.ts';

/** The database server that is installed here. */
export type ServerSoftware =
  | { readonly kind: 'mariadb'; readonly server: string; readonly install: string }
  | { readonly kind: 'mysql'; readonly server: string };

/** Finds a MariaDB that can be bootstrapped, else a MySQL; null when there is neither. */
export function findServerSoftware(): ServerSoftware | null {
  const server = findExecutable('mariadbd', 'mysqld');
  if (!server) return null;
  if (!isMariadb(server)) return { kind: 'mysql', server };
  const install = findExecutable('mariadb-install-db', 'mysql_install_db');
  // The install script runs this one by itself and fails without it.
  return install && findExecutable('my_print_defaults') ? { kind: 'mariadb', server, install } : null;
}

function isMariadb(server: string): boolean {
  try {
    return execFileSync(server, ['--version'], { encoding: 'utf8' }).includes('MariaDB');
  } catch {
    return false;
  }
}
