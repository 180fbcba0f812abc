/** Something that an account may do, and on what: `*.*`, a database or a table, quoted as statements need it. */
export type Privilege = { readonly privilege: string; readonly on: string };

/** The account that reads, and what it has itself, not by a role. */
export type AccountPrivileges = {
  /** As statements name it: `'user'@'host'`. */
  readonly account: string;
  /** What it may do beyond reading; none is best. */
  readonly beyond_reading: readonly Privilege[];
};
