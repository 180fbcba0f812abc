import { findExecutable, isExecutable } from '../database/find-executable.ts';
import { findServerSoftware } from '../database/server-software.ts';

export const REQUIREMENT_NAMES = ['mariadb', 'chromium'] as const;
export type RequirementName = (typeof REQUIREMENT_NAMES)[number];

/** A program outside npm that the project runs. */
export type Requirement = {
  /** For people. */
  readonly title: string;
  readonly isPresent: () => boolean;
  readonly debianPackages: readonly string[];
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
};

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
