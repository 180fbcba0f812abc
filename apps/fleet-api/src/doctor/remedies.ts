import { TABLE_PREFIXES } from 'fleet-core/contract/database-schema';
import type { Config } from '../config.ts';
import type { DatabaseFailure, FailureClass } from '../database/database-failure.ts';

/** What to do about a read that failed; no secret is repeated. */
export function remedyFor(failure: DatabaseFailure, { database, tablePrefix }: Config): string {
  const { host, port, socketPath, user, passwordFile, database: name } = database;
  const secret = passwordFile === undefined ? 'DB_PASSWORD' : `DB_PASSWORD_FILE (${passwordFile})`;
  const place = socketPath ?? `${host}:${port}`;
  const names = (tablePrefix === null ? TABLE_PREFIXES : [tablePrefix]).map((prefix) => `${prefix}_…`);
  const tables = `its tables are called ${names.join(' or ')}`;
  const remedies: Record<FailureClass, string> = {
    unreachable: `Does a server listen at ${place}? Set ${socketPath === undefined ? 'DB_HOST and DB_PORT' : 'DB_SOCKET'}, and look for a firewall or a proxy in between.`,
    tls: `DB_SSL_MODE is ${database.tls.mode}. ${tlsRemedy(database.tls.mode)}`,
    denied: `Check DB_USER (${user}) and ${secret}. An account that is locked, has expired, or must show a certificate (DB_SSL_CERT) is denied as well, and so is everyone on a server that requires TLS and offers none. The account needs: GRANT SELECT ON ${name}.* TO '${user}'@'…';`,
    too_many_connections: connectionRemedy(failure, user),
    blocked: 'The server has blocked this machine after failed attempts: run FLUSH HOSTS on it.',
    timeout:
      'The server takes too long: look at SHOW FULL PROCESSLIST on it, or raise FLEET_REQUEST_TIMEOUT_MS.',
    schema: `A table or column is not there, or the account may not read it: is DB_NAME (${name}) right, where ${tables} (FLEET_TABLE_PREFIX)? The account needs: GRANT SELECT ON ${name}.* TO '${user}'@'…';`,
    read_only: 'The server refuses the session settings because it is read-only.',
    session:
      'The server, or a proxy before it, does not leave the session as the dashboard sets it, so that a list could be cut without a word: look at init_connect and at what the proxy does with SET. Until then nothing is read.',
    too_many_rows: `A table has more rows than the dashboard reads. Does …_process_health keep rows of processes that are long gone? Delete them.`,
    internal: 'The answer of the server could not be understood: look at its log.',
  };
  return remedies[failure.failureClass];
}

function tlsRemedy(mode: Config['database']['tls']['mode']): string {
  switch (mode) {
    case 'disabled':
      return 'The server wants TLS: set verify_identity, with DB_SSL_CA for the authority that signed its certificate.';
    case 'preferred':
    case 'required':
      return 'Set verify_identity, with DB_SSL_CA for the authority that signed its certificate: then the server is known, and may have the password in any form. Or use DB_SOCKET on the same machine.';
    default:
      return 'The server must offer TLS, with a certificate that is not expired, for the name in DB_HOST, and signed by DB_SSL_CA: look at it with openssl s_client -starttls mysql. If the server was replaced, find out by whom before you loosen this.';
  }
}

/** A full server and a limit on the account are told apart by the server's number. */
function connectionRemedy({ errno, cause }: DatabaseFailure, user: string): string {
  switch (errno) {
    case 1226: {
      const said = cause instanceof Error ? cause.message : '';
      const resource = /'(max_\w+)' resource/.exec(said)?.[1]?.toUpperCase() ?? 'MAX_USER_CONNECTIONS';
      const wanted = resource === 'MAX_USER_CONNECTIONS' ? '4' : '0';
      return `The account has reached its own limit: ALTER USER '${user}'@'…' WITH ${resource} ${wanted};`;
    }
    case 1203:
      return 'The account has reached the limit for each account: raise the max_user_connections of the server.';
    default:
      return 'The server has no connection left: raise its max_connections, or end idle clients.';
  }
}
