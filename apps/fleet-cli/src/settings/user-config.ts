import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { CannotTell } from '../cannot-tell.ts';

/** What a user need not say each time; it holds no secret, only where one lies. */
const UserConfig = z.strictObject({
  url: z.optional(z.string()),
  token_file: z.optional(z.string()),
  user: z.optional(z.string()),
});
export type UserConfig = z.infer<typeof UserConfig>;

type Env = Readonly<Record<string, string | undefined>>;

/** Where a user's `fleet.json` lies. */
function userConfigPath(env: Env): string {
  return join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'fleet.json');
}

/** Reads a user's `fleet.json`; empty when there is none. A path in it begins at its folder. Throws `CannotTell` for a faulty one. */
export function readUserConfig(env: Env): UserConfig {
  const path = userConfigPath(env);
  const text = read(path);
  if (text === null) return {};
  const parsed = UserConfig.safeParse(parse(text, path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CannotTell(
      `${path}: ${issue?.path.join('.') || 'the file'} ${issue?.message ?? ''}; it takes url, token_file and user`,
    );
  }
  const { token_file, ...others } = parsed.data;
  return token_file === undefined ? others : { ...others, token_file: resolve(dirname(path), token_file) };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null;
    throw new CannotTell(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotTell(`${path} is no JSON`);
  }
}
