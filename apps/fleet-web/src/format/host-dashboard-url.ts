/**
 * The address of a process's own dashboard, or null when the settings or the process give none.
 * Only http and https become links: the template and the host are data from elsewhere.
 */
export function hostDashboardUrl(template: string, host: string, port: number | null): string | null {
  if (port === null || port === 0) return null;
  return webAddress(
    template.replaceAll('{host}', () => encodeURIComponent(host)).replaceAll('{port}', String(port)),
  );
}

/** The address itself when a browser can safely follow it, else null. */
export function webAddress(address: string): string | null {
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}
