import * as z from 'zod/mini';
import { type Access, findAccess } from '../settings/access.ts';
import type { OptionSpec } from './command.ts';
import { Duration } from './read-arguments.ts';

/** Options of every command that asks the dashboard. */
export const ACCESS_OPTIONS = {
  url: { value: 'URL', help: 'address of the dashboard; FLEET_URL, else http://127.0.0.1:8080' },
  'token-file': {
    value: 'FILE',
    isFile: true,
    help: 'file with the token, or the password of --user; FLEET_TOKEN_FILE',
  },
  user: { value: 'NAME', help: 'name for HTTP Basic, as a proxy may ask for it; FLEET_USER' },
  patience: { value: 'TIME', help: 'how long one answer may take; 10s unless told otherwise' },
} satisfies Record<string, OptionSpec>;

/** The same as they are read. */
export const AccessOptions = {
  url: z.optional(z.string()),
  'token-file': z.optional(z.string()),
  user: z.optional(z.string()),
  patience: z._default(Duration, 10_000),
};

type GivenOptions = {
  readonly url?: string | undefined;
  readonly 'token-file'?: string | undefined;
  readonly user?: string | undefined;
  readonly patience: number;
};

/** Whom these options ask. Throws `CannotTell`. */
export function accessOf(options: GivenOptions, env: Readonly<Record<string, string | undefined>>): Access {
  const { url, user, patience } = options;
  return findAccess({ url, tokenFile: options['token-file'], user, timeoutMs: patience }, env);
}
