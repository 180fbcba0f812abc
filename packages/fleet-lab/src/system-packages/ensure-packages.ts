import { findExecutable } from '../database/find-executable.ts';
import { step } from '../terminal/step.ts';
import { missingMessage } from './missing-message.ts';
import { REQUIREMENTS, type RequirementName } from './requirement.ts';
import { runAptGet } from './run-apt-get.ts';

/**
 * Sees to it that the named programs are installed: installs them when that needs no question (root, apt-get).
 * Rejects with the line to run when they are missing still.
 */
export async function ensureSystemPackages(names: readonly RequirementName[]): Promise<void> {
  const findMissing = () => names.map((name) => REQUIREMENTS[name]).filter((needed) => !needed.isPresent());
  const missing = findMissing();
  if (missing.length === 0) return;
  const aptGet = findExecutable('apt-get');
  let failure = '';
  if (aptGet && process.getuid?.() === 0) {
    const packages = missing.flatMap((requirement) => requirement.debianPackages);
    try {
      await step(`Installing ${packages.join(', ')} with apt-get`, async () => {
        await runAptGet(aptGet, ['update']);
        await runAptGet(aptGet, ['install', '-y', '--no-install-recommends', ...packages]);
      });
    } catch (error) {
      failure = `${error instanceof Error ? error.message : String(error)}\n\n`;
    }
  }
  const stillMissing = findMissing();
  if (stillMissing.length > 0) throw new Error(failure + missingMessage(stillMissing));
}
