import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** A package that runs in production, and the licence that it states. */
export type ShippedPackage = { readonly name: string; readonly licence: string };

const Manifest = z.object({
  name: z.string(),
  license: z.string().default('none stated'),
  private: z.boolean().default(false),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** All that the dependencies of these folders bring in, by name; our own packages are left out. */
export function shippedPackages(folders: readonly string[]): ShippedPackage[] {
  const found = new Map<string, ShippedPackage>();
  const seen = new Set<string>();
  const visit = (folder: string) => {
    if (seen.has(folder)) return;
    seen.add(folder);
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    if (!manifest.private) found.set(manifest.name, { name: manifest.name, licence: manifest.license });
    for (const dependency of Object.keys(manifest.dependencies)) visit(folderOf(dependency, folder));
  };
  folders.forEach(visit);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** As Node finds it: in the node_modules of this folder or of one above. */
function folderOf(dependency: string, from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', dependency);
    if (existsSync(candidate)) return realpathSync(candidate);
  }
  throw new Error(`${dependency} is not installed for ${from}`);
}
