/**
 * The target as it is without the path that stands before all of the dashboard's. A proxy may have taken that off: then
 * the target is as it was. What stands before all is itself the start.
 */
export function withoutBasePath(target: string, basePath: string): string {
  if (basePath === '' || !target.startsWith(basePath)) return target;
  const rest = target.slice(basePath.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : target;
}
