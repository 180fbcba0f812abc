/** How much of TLS the way to the server must have, as MySQL's own clients call it. */
export const TLS_MODES = ['disabled', 'preferred', 'required', 'verify_ca', 'verify_identity'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

/** TLS on the way to the server. Files are PEM, and read anew for each connection. */
export type TlsSettings = {
  readonly mode: TlsMode;
  /** Who must have signed the server's certificate; else one of the authorities that Node knows. */
  readonly caFile?: string | undefined;
  /** Our own certificate and its key, where the server asks for one. */
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
};

/** Where the database is, who reads it, and how long one statement may take. */
export type Access = {
  readonly host: string;
  readonly port: number;
  /** A unix socket in place of host and port. */
  readonly socketPath?: string | undefined;
  /** Preferred unless told otherwise. */
  readonly tls?: TlsSettings | undefined;
  readonly user: string;
  readonly password: string;
  /** A file that holds the password in its place. */
  readonly passwordFile?: string | undefined;
  readonly database: string;
  /** The server ends a statement after this long; should be less than the deadlines of the reads. */
  readonly statementTimeoutMs: number;
};
