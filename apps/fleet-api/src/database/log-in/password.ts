import { readFile } from 'node:fs/promises';
import type { Access } from '../access.ts';
import { DatabaseFailure } from '../database-failure.ts';

/** The password to log in with, which may change under way when it is in a file. */
export type Password = {
  /** The one in use. Rejects with a `DatabaseFailure` when its file could never be read. */
  current(): Promise<string>;
  /** Reads its file anew, if there is one that can be read. Whether it now is another. */
  readAnew(): Promise<boolean>;
  /** Another one, where it is in no file. */
  replace(password: string): void;
};

/**
 * Keeps the password. One from a file stays in use until the file is read anew: the old one may be good for longer than
 * it is written there.
 */
export function keepPassword({
  password,
  passwordFile,
}: Pick<Access, 'password' | 'passwordFile'>): Password {
  if (passwordFile === undefined) {
    let set = password;
    return {
      current: async () => set,
      readAnew: async () => false,
      replace: (other) => {
        set = other;
      },
    };
  }
  const file = passwordFile;
  let known: string | undefined;

  async function readPassword(): Promise<string> {
    try {
      return (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
    } catch (cause) {
      throw new DatabaseFailure('denied', 'DB_PASSWORD_FILE cannot be read', { cause });
    }
  }

  return {
    async current() {
      known ??= await readPassword();
      return known;
    },
    async readAnew() {
      const before = known;
      known = await readPassword().catch(() => before);
      return known !== before;
    },
    replace: () => {},
  };
}
