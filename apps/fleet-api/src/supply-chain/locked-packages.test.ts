import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isOlder, lockedPackages, packagesBelow } from './locked-packages.ts';
import { LOWEST_VERSIONS } from './lowest-versions.ts';

const LOCKFILE = readFileSync(new URL('../../../../pnpm-lock.yaml', import.meta.url), 'utf8');

it('no package in the lockfile is older than the version that closed its known holes', () => {
  expect(packagesBelow(LOCKFILE, LOWEST_VERSIONS)).toEqual([]);
});

it('every package with a lowest version is still in use', () => {
  const names = new Set(lockedPackages(LOCKFILE).map((one) => one.name));
  expect(Object.keys(LOWEST_VERSIONS).filter((name) => !names.has(name))).toEqual([]);
});

it('all of the lockfile is seen', () => {
  const packages = lockedPackages(LOCKFILE);
  const [, section = ''] = LOCKFILE.split('\npackages:\n');
  const resolutions = section.split('\nsnapshots:')[0]?.match(/resolution:/g) ?? [];
  expect(packages).toHaveLength(resolutions.length);
});

it('an old version, a scoped one and a second one beside a good one are found', () => {
  const lockfile = `lockfileVersion: '9.0'

packages:

  mysql2@3.15.0:
    resolution: {integrity: a}

  '@scope/x@1.0.0':
    resolution: {integrity: b}

  send@1.2.0:
    resolution: {integrity: c}

  send@0.18.0:
    resolution: {integrity: d}

snapshots:

  mysql2@1.0.0: {}
`;
  const lowest = { mysql2: ['3.24.0', 'a'], '@scope/x': ['1.0.1', 'b'], send: ['1.1.0', 'c'] } as const;
  expect(packagesBelow(lockfile, lowest)).toEqual([
    'mysql2 3.15.0 is older than 3.24.0 (a)',
    '@scope/x 1.0.0 is older than 1.0.1 (b)',
    'send 0.18.0 is older than 1.1.0 (c)',
  ]);
});

it.each([
  ['3.9.8', '3.24.0', true],
  ['3.24.0', '3.24.0', false],
  ['3.24.0-rc.1', '3.24.0', true],
  ['4.0.0', '3.24.0', false],
])('%s before %s: %s', (version, other, older) => {
  expect(isOlder(version, other)).toBe(older);
});
