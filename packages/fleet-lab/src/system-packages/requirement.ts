import { join } from 'node:path';
import { findExecutable, isExecutable } from '../database/find-executable.ts';
import { findServerSoftware } from '../database/server-software.ts';
import { UNPACKED_PROGRAMS } from './unpack-packages.ts';

export const REQUIREMENT_NAMES = ['mariadb', 'chromium', 'nginx', 'promtool', 'curl', 'jq'] as const;
export type RequirementName = (typeof REQUIREMENT_NAMES)[number];

/** A program outside npm that the project runs. */
export type Requirement = {
  /** For people. */
  readonly title: string;
  readonly isPresent: () => boolean;
  readonly debianPackages: readonly string[];
  /** Its packages start a server when they are installed: they are unpacked, and no more than that. */
  readonly isOnlyUnpacked?: boolean;
  /** Homebrew command that installs it. */
  readonly brew: string;
  /** What to do on any other system. */
  readonly otherwise: string;
};

export const REQUIREMENTS: Readonly<Record<RequirementName, Requirement>> = {
  mariadb: {
    title: 'a MariaDB or MySQL 8 server',
    isPresent: () => Boolean(process.env.FLEET_LAB_DATABASE_URL) || findServerSoftware() !== null,
    debianPackages: ['mariadb-server-core', 'mariadb-client-core'],
    brew: 'brew install mariadb',
    otherwise:
      'put mariadbd, mariadb-install-db and my_print_defaults (or mysqld 8) on PATH, or set FLEET_LAB_DATABASE_URL=mysql://user:password@host:3306',
  },
  chromium: {
    title: 'Chromium or Chrome',
    isPresent: () => findChromium() !== null,
    debianPackages: ['chromium'],
    brew: 'brew install --cask google-chrome',
    otherwise: 'put chromium or google-chrome on PATH, or set FLEET_CHROMIUM=/path/to/it',
  },
  promtool: {
    title: 'promtool, which comes with Prometheus',
    isPresent: () => findPromtool() !== null,
    debianPackages: ['prometheus'],
    isOnlyUnpacked: true,
    brew: 'brew install prometheus',
    otherwise: 'put promtool on PATH, or set FLEET_PROMTOOL=/path/to/it',
  },
  nginx: {
    title: 'nginx',
    isPresent: () => findExecutable('nginx') !== null,
    debianPackages: ['nginx-light'],
    brew: 'brew install nginx',
    otherwise: 'put nginx on PATH',
  },
  curl: onPath('curl'),
  jq: onPath('jq'),
};

/** A program that is called as its package is. */
function onPath(name: string): Requirement {
  return {
    title: name,
    isPresent: () => findExecutable(name) !== null,
    debianPackages: [name],
    brew: `brew install ${name}`,
    otherwise: `put ${name} on PATH`,
  };
}

const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Path of the browser that tests drive, or null: FLEET_CHROMIUM, else a Chromium, else a Chrome. */
export function findChromium(): string | null {
  const named = process.env.FLEET_CHROMIUM;
  if (named) return isExecutable(named) ? named : null;
  return (
    findExecutable('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    (isExecutable(MAC_CHROME) ? MAC_CHROME : null)
  );
}

/** Path of what checks metrics and alert rules, or null: FLEET_PROMTOOL, else one that is installed or was unpacked. */
export function findPromtool(): string | null {
  const named = process.env.FLEET_PROMTOOL;
  if (named) return isExecutable(named) ? named : null;
  const unpacked = UNPACKED_PROGRAMS.map((directory) => join(directory, 'promtool')).find(isExecutable);
  return findExecutable('promtool') ?? unpacked ?? null;
}
