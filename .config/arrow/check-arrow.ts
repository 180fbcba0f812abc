import { basename, dirname, join } from 'node:path';
import { covers, placeOf, standsAt } from './place-of.ts';
import type { Allowance, Place } from './read-places.ts';

/** A source file by its path, with what it imports as it is written there. */
export type SourceFile = { readonly path: string; readonly imports: readonly string[] };

const MOST_NAMED = 3;

/**
 * What is wrong between the places and the files, a sentence each: a file that stands in no place, an import that the
 * file's place does not allow, a place without a file, a name that no import needs. Empty when all is well.
 */
export function checkArrow(places: readonly Place[], files: readonly SourceFile[]): string[] {
  const roots = new Map(places.map(({ root }) => [basename(root), root]));
  const needed = new Set<Place | Allowance>();
  const complaints: string[] = [];

  for (const { path, imports } of files) {
    const place = placeOf(path, places);
    if (place === undefined) {
      complaints.push(`${path} stands in no place: move it to one that has a row, or give it a row.`);
      continue;
    }
    needed.add(place);
    for (const specifier of imports) {
      const target = resolve(specifier, path, roots);
      if (isInside(place, path, target, places)) continue;
      const at = standsAt(target, places);
      const [allowing, ...others] = place.mayImport.filter((allowance) => covers(allowance.path, at));
      if (allowing === undefined) {
        const which = `which ${place.path} may not${whoMay(at, places)}`;
        complaints.push(`${path} imports ${specifier}, ${which}. ${place.elsewhere}`);
      } else if (others.length === 0) {
        needed.add(allowing);
      }
    }
  }

  for (const place of places) {
    if (!needed.has(place)) complaints.push(`${place.path} has no file: delete its row.`);
    for (const allowance of needed.has(place) ? place.mayImport : []) {
      if (needed.has(allowance)) continue;
      complaints.push(`${place.path} needs no ${allowance.name}: delete the name from its row.`);
    }
  }
  return complaints;
}

/** Names the few places that may import it, tests apart; says nothing where there are none or many. */
function whoMay(at: string, places: readonly Place[]): string {
  const few = places
    .filter(({ hasTests, mayImport }) => !hasTests && mayImport.some(({ path }) => covers(path, at)))
    .map(({ path }) => path);
  return few.length > 0 && few.length <= MOST_NAMED ? ` (tests apart, only ${few.join(', ')} may)` : '';
}

/** The path of a file of the repository, or the name of a package as imported; Node's modules all have one name. */
function resolve(specifier: string, importer: string, roots: ReadonlyMap<string, string>): string {
  if (specifier.startsWith('.')) return join(dirname(importer), specifier.replace(/\?.*$/, ''));
  if (specifier.startsWith('node:')) return 'node:*';
  const [first = '', ...rest] = specifier.split('/');
  const root = roots.get(first);
  return root === undefined ? specifier : `${join(root, 'src', ...rest)}.ts`;
}

/** Whether an import stays in the place, and in the same of the folders that its `*` may stand for. */
function isInside(place: Place, importer: string, target: string, places: readonly Place[]): boolean {
  const folder = (path: string) =>
    standsAt(path, places).split('/').slice(0, place.path.split('/').length).join('/');
  return placeOf(target, places) === place && folder(importer) === folder(target);
}
