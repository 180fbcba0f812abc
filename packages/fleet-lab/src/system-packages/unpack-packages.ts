import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findExecutable } from '../database/find-executable.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { runCommand } from './run-command.ts';

/** Where packages are unpacked that are not installed; gone with all else that was installed here. */
const UNPACKED = join(REPOSITORY_ROOT, 'node_modules/.cache/system-packages');

/** Directories of programs of unpacked packages. */
export const UNPACKED_PROGRAMS = ['usr/bin', 'usr/sbin'].map((path) => join(UNPACKED, path));

/**
 * Downloads Debian packages and unpacks them, without their dependencies, and without what they would do when installed:
 * start a server. Rejects with the output of what fails.
 */
export async function unpackPackages(aptGet: string, packages: readonly string[]): Promise<void> {
  mkdirSync(UNPACKED, { recursive: true });
  const downloads = mkdtempSync(join(UNPACKED, 'download-'));
  try {
    await runCommand(aptGet, ['download', ...packages], downloads);
    const unpack = findExecutable('dpkg-deb') ?? 'dpkg-deb';
    for (const file of readdirSync(downloads)) await runCommand(unpack, ['-x', file, UNPACKED], downloads);
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}
