/** What tells one server from another, and a primary from what it may become. A server has some of them. */
export const IDENTITY_VARIABLES = [
  'server_id',
  'server_uuid',
  'server_uid',
  'hostname',
  'port',
  'read_only',
  'super_read_only',
  'innodb_read_only',
] as const;

/** Which server answers and whether it takes writes, as a text to compare: a replica is read-only and stays so. */
export function identityOf(variables: ReadonlyMap<string, string>): string {
  return IDENTITY_VARIABLES.map((name) => `${name}=${variables.get(name) ?? ''}`).join(' ');
}
