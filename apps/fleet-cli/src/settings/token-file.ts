import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { CannotTell } from '../cannot-tell.ts';

const FOR_OTHERS = 0o007;
const MOST_BYTES = 4096;
const VISIBLE = /^[\u0021-\u007e]+$/;

/**
 * The secret in a file: its one line. Throws `CannotTell` when it cannot be read, when others may read it, or when it is no
 * such line; what it holds is never repeated.
 */
export function readTokenFile(path: string): string {
  const { mode, text } = open(path);
  if ((mode & FOR_OTHERS) !== 0) {
    throw new CannotTell(`everybody may read ${path}, which holds a secret: chmod 600 ${path}`);
  }
  const [token = '', ...others] = text.split('\n').map((line) => line.trim());
  if (!VISIBLE.test(token) || others.some((line) => line !== '')) {
    throw new CannotTell(`${path} must hold one line, the token alone, in visible ASCII without blanks`);
  }
  return token;
}

function open(path: string): { mode: number; text: string } {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > MOST_BYTES) throw new Error('it is no small file');
    return { mode: stat.mode, text: readFileSync(file, 'utf8') };
  } catch (error) {
    throw new CannotTell(
      `the token file ${path} cannot be read: ${error instanceof Error ? error.message : ''}`,
    );
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
