/** A key for each of a list that it keeps from poll to poll: its name, and which of that name it is. */
export function lastingKeys(names: readonly string[]): string[] {
  const used = new Map<string, number>();
  return names.map((name) => {
    const before = used.get(name) ?? 0;
    used.set(name, before + 1);
    return `${name} ${before}`;
  });
}
