import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The same from the source as from the build, which is one folder deep as well. */
const BESIDE = fileURLToPath(new URL('../../fleet-api/bin/fleet-doctor', import.meta.url));

/** The doctor of the dashboard that lies beside this command, else the one on the PATH. */
export function doctorPath(): string {
  return existsSync(BESIDE) ? BESIDE : 'fleet-doctor';
}
