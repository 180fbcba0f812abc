/**
 * The first version of each package without a hole that is known, and what the hole was. Kept by hand, since
 * an audit needs a registry that answers it, and one that does not looks like one that found nothing.
 */
export const LOWEST_VERSIONS: Readonly<Record<string, readonly [version: string, hole: string]>> = {
  'body-parser': ['2.2.1', 'CVE-2025-13466: url-encoded bodies that take for ever'],
  cookie: ['0.7.0', 'CVE-2024-47764: names that break out of the header'],
  debug: ['4.4.3', '4.4.2 was a stolen release'],
  esbuild: ['0.25.0', 'GHSA-67mh-4wv8-2f99: any page may read the development server'],
  express: ['5.0.1', 'CVE-2024-43796: script in redirects'],
  'happy-dom': ['20.0.2', 'CVE-2025-61927: pages under test leave their context'],
  mysql2: ['3.24.0', 'CVE-2024-21507 to 21512, GHSA-3f6p-5ww8-9rcr, GHSA-rgwj-5xj2-c3m3'],
  nanoid: ['3.3.8', 'CVE-2024-55565: ids that can be guessed'],
  'path-to-regexp': ['8.4.0', 'GHSA-j3q9-mxjg-w52f, GHSA-27v5-c462-wpq7: routes that take for ever'],
  playwright: ['1.55.1', 'CVE-2025-59288: browsers fetched without a check'],
  postcss: ['8.4.31', 'CVE-2023-44270: comments that become rules'],
  qs: ['6.14.1', 'CVE-2025-15284: arrays without a limit'],
  send: ['1.1.0', 'CVE-2024-43799: script in redirects'],
  'serve-static': ['2.1.0', 'CVE-2024-43800: script in redirects'],
  vite: ['6.2.7', 'CVE-2025-24010 and the file reads after it'],
  ws: ['8.17.1', 'CVE-2024-37890: a handshake that ends the process'],
};
