/**
 * The address of `path` beside the page, and so behind a path prefix as well: `api/fleet`, or '' for the page itself.
 * Without the user and password that the page's own address may carry: no browser fetches such an address.
 */
export function requestUrl(path: string): string {
  const url = new URL(path, location.href);
  url.username = '';
  url.password = '';
  return url.href;
}
