/** Why the database could not answer, as far as an operator's next step differs. */
export type FailureClass =
  | 'unreachable'
  | 'tls'
  | 'denied'
  | 'too_many_connections'
  | 'blocked'
  | 'timeout'
  | 'schema'
  | 'read_only'
  | 'session'
  | 'internal';

const CLASS_BY_ERRNO: ReadonlyMap<number, FailureClass> = new Map([
  [1040, 'too_many_connections'],
  [1203, 'too_many_connections'],
  [1226, 'too_many_connections'],
  [1044, 'denied'],
  [1045, 'denied'],
  [1142, 'denied'],
  [1143, 'denied'],
  [1227, 'denied'],
  [1370, 'denied'],
  [1698, 'denied'],
  [1129, 'blocked'],
  [1205, 'timeout'],
  [1317, 'timeout'],
  [1969, 'timeout'],
  [3024, 'timeout'],
  [3159, 'tls'],
  [1049, 'schema'],
  [1054, 'schema'],
  [1146, 'schema'],
  [1290, 'read_only'],
  [1792, 'read_only'],
  [1053, 'unreachable'],
  [1077, 'unreachable'],
  [1927, 'unreachable'],
  [4031, 'unreachable'],
]);

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
  return error.name === '$ZodError' ? 'schema' : undefined;
}
