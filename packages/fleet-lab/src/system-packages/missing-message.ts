import type { Requirement } from './requirement.ts';

/** Tells what is missing and the exact line that installs it, for Debian, macOS and others. */
export function missingMessage(missing: readonly Requirement[]): string {
  const packages = missing.flatMap((requirement) => requirement.debianPackages).join(' ');
  return [
    `Missing: ${missing.map((requirement) => requirement.title).join(' and ')}. Install it and run this again:`,
    `  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`,
    `  macOS:           ${missing.map((requirement) => requirement.brew).join(' && ')}`,
    ...missing.map((requirement) => `  Other systems:   ${requirement.otherwise}`),
  ].join('\n');
}
