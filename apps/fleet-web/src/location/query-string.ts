/** The changes to make in a query string: a new value, or null to take the parameter away. */
export type QueryChanges = Readonly<Record<string, string | null>>;

/** The query string after the changes, with its `?` unless it is empty. Parameters that are not named stay. */
export function changedQuery(search: string, changes: QueryChanges): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const query = params.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll(':%3D', ':=');
  return query === '' ? '' : `?${query}`;
}
