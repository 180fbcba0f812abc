/** Every path that is answered, but for the assets of the page. */
export const PATHS = [
  '/',
  '/fleet',
  '/fleet/',
  '/fleet/start-guard.js',
  '/fleet/enter/:link',
  '/healthz',
  '/readyz',
  '/metrics',
  '/api/fleet',
  '/api/fleet/summary',
  '/api/fleet/history',
  '/api/fleet/codes',
  '/api/fleet/drift',
  '/api/fleet/gate',
  '/api/fleet/wall-link',
  '/api/openapi.json',
] as const;
export type Path = (typeof PATHS)[number];

export const ASSETS_PATH = '/fleet/assets';

/** All that a request can be counted as: clients shall not make up names that are remembered. */
export const ROUTES = [...PATHS, ASSETS_PATH, 'other'] as const;
export type Route = (typeof ROUTES)[number];

const PATH_OF: ReadonlyMap<string, Path> = new Map(PATHS.map((path) => [path, path]));

/** What a request's target is counted as. */
export function routeOf(target: string): Route {
  const at = target.indexOf('?');
  const path = at === -1 ? target : target.slice(0, at);
  const known = PATH_OF.get(path);
  if (known !== undefined) return known;
  if (path.startsWith(`${ASSETS_PATH}/`)) return ASSETS_PATH;
  if (/^\/fleet\/enter\/[^/]+$/.test(path)) return '/fleet/enter/:link';
  return 'other';
}
