/**
 * Whether `If-None-Match` names this entity tag, by the weak comparison that it asks for (RFC 9110, 13.1.2): `*`, or a list
 * in which a tag is the same with and without its `W/`.
 */
export function namesEntityTag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return [...ifNoneMatch.matchAll(/"[^"]*"/g)].some(([tag]) => tag === opaque);
}
