/** Why the database could not answer, as far as an operator's next step differs. */
export type FailureClass =
  | 'unreachable'
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
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (UNREACHABLE_CODES.has(code) || code.startsWith('PROTOCOL_')) return 'unreachable';
  if (error.message.includes('Connection lost') || error.message.includes('closed state'))
    return 'unreachable';
  return error.name === '$ZodError' ? 'schema' : undefined;
}
