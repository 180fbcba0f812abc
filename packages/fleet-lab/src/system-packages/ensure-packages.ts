import { findExecutable } from '../database/find-executable.ts';
import { step } from '../terminal/step.ts';
import { missingMessage } from './missing-message.ts';
import { REQUIREMENTS, type Requirement, type RequirementName } from './requirement.ts';
import { runCommand } from './run-command.ts';
import { unpackPackages } from './unpack-packages.ts';

/**
 * Sees to it that the named programs are there: installs them when that needs no question (root, apt-get), and only unpacks
 * those whose packages would start a server. Rejects with the line to run when they are missing still.
 */
export async function ensureSystemPackages(names: readonly RequirementName[]): Promise<void> {
  const findMissing = () => names.map((name) => REQUIREMENTS[name]).filter((needed) => !needed.isPresent());
  const missing = findMissing();
  if (missing.length === 0) return;
  const aptGet = findExecutable('apt-get');
  let failure = '';
  if (aptGet) {
    try {
      await getPackages(aptGet, missing);
    } catch (error) {
      failure = `${error instanceof Error ? error.message : String(error)}\n\n`;
    }
  }
  const stillMissing = findMissing();
  if (stillMissing.length > 0) throw new Error(failure + missingMessage(stillMissing));
}

async function getPackages(aptGet: string, missing: readonly Requirement[]): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const packagesOf = (isUnpacked: boolean) =>
    missing
      .filter(({ isOnlyUnpacked = false }) => isOnlyUnpacked === isUnpacked)
      .flatMap(({ debianPackages }) => debianPackages);
  const installed = isRoot ? packagesOf(false) : [];
  const unpacked = packagesOf(true);
  if (installed.length + unpacked.length === 0) return;
  await step(`Getting ${[...installed, ...unpacked].join(', ')} with apt-get`, async () => {
    if (isRoot) await runCommand(aptGet, ['update']);
    if (installed.length > 0)
      await runCommand(aptGet, ['install', '-y', '--no-install-recommends', ...installed]);
    if (unpacked.length > 0) await unpackPackages(aptGet, unpacked);
  });
}
