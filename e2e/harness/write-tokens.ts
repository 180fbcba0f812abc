import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

/** A token that was drawn by chance. */
export function drawToken(): string {
  return randomBytes(32).toString('hex');
}

/** Writes a file with this token at this path. Returns the settings by which an API asks for it. */
export async function writeTokens(
  path: string,
  name: string,
  token: string,
): Promise<Record<string, string>> {
  await writeFile(path, `${name} ${token}\n`, { mode: 0o600 });
  return { DASHBOARD_AUTH_TOKEN_FILE: path };
}
