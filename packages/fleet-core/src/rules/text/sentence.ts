/** The text with a capital at its beginning, unless it begins with one of the names. */
export function sentence(text: string, names: readonly string[] = []): string {
  const isName = names.some((name) => name !== '' && text.startsWith(name));
  return isName ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
