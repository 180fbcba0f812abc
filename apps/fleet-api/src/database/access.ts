/** Where the database is, who reads it, and how long one statement may take. */
export type Access = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The server ends a statement after this long; should be less than the deadlines of the reads. */
  readonly statementTimeoutMs: number;
};
