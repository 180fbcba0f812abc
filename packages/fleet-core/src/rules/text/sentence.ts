/** The text with a capital at its beginning, unless it begins with a name. */
export function sentence(text: string): string {
  return /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
