/** One version of a package in a lockfile. */
export type LockedPackage = { readonly name: string; readonly version: string };

/** All packages of a pnpm lockfile. */
export function lockedPackages(lockfile: string): LockedPackage[] {
  const [, packages = ''] = /\npackages:\n([\s\S]*?)\n\S/.exec(`${lockfile}\nend`) ?? [];
  return [...packages.matchAll(/^ {2}'?(@?[^@\s']+)@(\d[^:'(]*)'?:/gm)].map(
    ([, name = '', version = '']) => ({
      name,
      version,
    }),
  );
}

/** Whether `version` comes before `other`, by its numbers; a pre-release comes before its release. */
export function isOlder(version: string, other: string): boolean {
  const [ours = '', preRelease] = version.split('-');
  const parts = ours.split('.').map(Number);
  const otherParts = other.split('.').map(Number);
  const at = [0, 1, 2].find((i) => parts[i] !== otherParts[i]);
  return at === undefined ? preRelease !== undefined : (parts[at] ?? 0) < (otherParts[at] ?? 0);
}

/** The packages that are older than the version that is demanded of them. */
export function packagesBelow(
  lockfile: string,
  lowest: Readonly<Record<string, readonly [version: string, hole: string]>>,
): string[] {
  return lockedPackages(lockfile).flatMap(({ name, version }) => {
    const demanded = lowest[name];
    return demanded !== undefined && isOlder(version, demanded[0])
      ? [`${name} ${version} is older than ${demanded[0]} (${demanded[1]})`]
      : [];
  });
}
