/** An instant for people, saying that it is UTC: `2026-04-30 14:00:00 UTC`. */
export function instantText(instant: string): string {
  return instant.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');
}
