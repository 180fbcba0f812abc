/** SQL text of the UTC instant `ageSec` seconds before `now`, to the second, or null for no age. */
export function sqlInstant(now: Date, ageSec: number | null): string | null {
  return ageSec === null ? null : instantAt(now, ageSec).toISOString().slice(0, 19).replace('T', ' ');
}

/** RFC 3339 text of the UTC instant `ageSec` seconds before `now`. */
export function rfc3339Instant(now: Date, ageSec: number): string {
  return instantAt(now, ageSec).toISOString().replace('.000Z', 'Z');
}

function instantAt(now: Date, ageSec: number): Date {
  return new Date(now.getTime() - ageSec * 1000);
}
