const FAILURE_CLASSES = [
  'unreachable',
  'tls',
  'denied',
  'too_many_connections',
  'blocked',
  'timeout',
  'schema',
  'read_only',
  'session',
  'too_many_rows',
  'internal',
] as const;

/** Why the database could not answer, as far as an operator's next step differs. */
export type FailureClass = (typeof FAILURE_CLASSES)[number];

/** The server's numbers; what is not listed is internal. */
const ERRNOS_BY_CLASS: Partial<Record<FailureClass, readonly number[]>> = {
  too_many_connections: [1040, 1203, 1226],
  // No such account or password, locked, expired, not from this machine, not in this way; and what it may not read.
  denied: [1044, 1045, 1130, 1142, 1143, 1227, 1251, 1370, 1524, 1698, 1820, 1862, 3118, 3955, 4150, 4151],
  blocked: [1129],
  tls: [3159],
  timeout: [1205, 1317, 1969, 3024],
  schema: [1049, 1054, 1109, 1146, 1356, 1449, 1932],
  read_only: [1290, 1792, 1836],
  // The server's init_connect failed.
  session: [1184],
  // Stopping, not ready, ended by somebody, or packets that were lost on the way.
  unreachable: [
    1042, 1043, 1047, 1053, 1077, 1080, 1152, 1156, 1157, 1158, 1159, 1160, 1161, 1835, 1927, 2002, 2003,
    2006, 2013, 3169, 4031, 9001,
  ],
};

const CLASS_BY_ERRNO: ReadonlyMap<number, FailureClass> = new Map(
  FAILURE_CLASSES.flatMap((failureClass) =>
    (ERRNOS_BY_CLASS[failureClass] ?? []).map((errno) => [errno, failureClass] as const),
  ),
);

const UNREACHABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ENOENT',
  'PROTOCOL_CONNECTION_LOST',
]);

const TLS_HANDSHAKE_CODES = new Set(['HANDSHAKE_NO_SSL_SUPPORT', 'HANDSHAKE_SSL_ERROR']);

/** A table, or a column of it, that the account may not read. */
const DENIED_TABLES = new Set([1142, 1143]);

/** The server's own limit on a statement: MariaDB's and MySQL's. */
const STOPPED_BY_SERVER = new Set([1969, 3024]);

/** A read that failed, with its class; the driver's own error is the cause and only for the log. */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure';
  readonly failureClass: FailureClass;

  constructor(failureClass: FailureClass, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failureClass = failureClass;
  }

  /** The server's own number for it, if it was the server that said so. */
  get errno(): number | undefined {
    const errno = errnoOf(this.cause);
    return errno !== undefined && errno > 0 ? errno : undefined;
  }

  /** Whether the account was not let in at all, as far as the server told; it may have been let in and not to a table. */
  get isOfLogIn(): boolean {
    return this.failureClass === 'denied' && this.errno !== undefined && !DENIED_TABLES.has(this.errno);
  }

  /** Whether TLS could not be had, or not with a server that proves who it is. */
  get isTlsHandshake(): boolean {
    return TLS_HANDSHAKE_CODES.has(codeOf(this.cause)) && !isCut(this.cause);
  }

  /** Whether the server stopped the statement because it took too long. */
  get stoppedByServer(): boolean {
    return STOPPED_BY_SERVER.has(this.errno ?? 0);
  }

  /** Whether the server has no part in it: what it said we could not handle. */
  get isOurs(): boolean {
    return this.failureClass === 'internal' && errnoOf(this.cause) === undefined;
  }
}

/** Whether there was only more to read than there was time: the server stopped it, or we gave up; waiting for a lock is neither. */
export function isTooSlow(error: unknown): boolean {
  if (!(error instanceof DatabaseFailure)) return false;
  return error.stoppedByServer || (error.failureClass === 'timeout' && error.errno === undefined);
}

function errnoOf(error: unknown): number | undefined {
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number'
    ? error.errno
    : undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The driver gives every end of a TLS handshake the same code; one that the network made has its number still. */
function isCut(error: unknown): boolean {
  return errnoOf(error) !== undefined || (error instanceof Error && /disconnected/.test(error.message));
}

/**
 * Sorts what was thrown by errno, since the driver has no names for MariaDB's own numbers; then by code. What
 * has neither is of the class `otherwise`.
 */
export function toDatabaseFailure(error: unknown, otherwise: FailureClass = 'internal'): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error;
  const failureClass = classify(error) ?? otherwise;
  return new DatabaseFailure(failureClass, `database read failed: ${failureClass}`, { cause: error });
}

function classify(error: unknown): FailureClass | undefined {
  if (!(error instanceof Error)) return undefined;
  const errno = errnoOf(error) ?? 0;
  if (errno > 0) return CLASS_BY_ERRNO.get(errno) ?? 'internal';
  const code = codeOf(error);
  if (code === 'ETIMEDOUT') return 'timeout';
  if (TLS_HANDSHAKE_CODES.has(code)) return isCut(error) ? 'unreachable' : 'tls';
  // A way to log in that the driver does not know.
  if (code === 'AUTH_SWITCH_PLUGIN_ERROR') return 'denied';
  if (UNREACHABLE_CODES.has(code) || code.startsWith('PROTOCOL_')) return 'unreachable';
  if (error.message.includes('Connection lost') || error.message.includes('closed state'))
    return 'unreachable';
  if (error.name === 'TooManyRows') return 'too_many_rows';
  return error.name === '$ZodError' ? 'schema' : undefined;
}
