/** Asks for variables of the server as our session has them, those that it does not know left out. */
export function showVariables(names: readonly string[]): string {
  return `SHOW SESSION VARIABLES WHERE Variable_name IN (${names.map((name) => `'${name}'`).join(', ')})`;
}

/** The answer by lower-case name; nothing for rows that are no variables. */
export function readVariables(rows: unknown): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const row of Array.isArray(rows) ? rows : []) {
    const [name, value] = [Reflect.get(Object(row), 'Variable_name'), Reflect.get(Object(row), 'Value')];
    if (typeof name === 'string' && typeof value === 'string') variables.set(name.toLowerCase(), value);
  }
  return variables;
}
