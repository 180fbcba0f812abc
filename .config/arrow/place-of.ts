import { basename, join } from 'node:path';
import type { Place } from './read-places.ts';

/** Where a path counts as standing: a test with its package's tests, anything else where it is. */
export function standsAt(path: string, places: readonly Place[]): string {
  const tests = places.find(({ hasTests, root }) => hasTests && covers(root, path));
  return tests !== undefined && /\.test\.tsx?$/.test(path) ? join(tests.path, basename(path)) : path;
}

/** The place of a path, the longest that covers it; undefined when none does. */
export function placeOf(path: string, places: readonly Place[]): Place | undefined {
  const at = standsAt(path, places);
  return places
    .filter((place) => covers(place.path, at))
    .sort((a, b) => precision(b) - precision(a))
    .at(0);
}

/** Whether a path is the pattern's or lies beneath it; `*` stands for any one name. */
export function covers(pattern: string, path: string): boolean {
  if (!pattern.includes('*')) return path === pattern || path.startsWith(`${pattern}/`);
  const names = path.split('/');
  return pattern.split('/').every((name, at) => name === names[at] || (name === '*' && at < names.length));
}

/** The more names, the more precise; a name is more precise than any name. */
function precision({ path }: Place): number {
  return path.split('/').length - (path.includes('*') ? 0.5 : 0);
}
