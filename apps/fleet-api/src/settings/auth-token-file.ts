import * as z from 'zod/mini';
import { readTokenFile } from '../access/token-file.ts';

/** A token file, with the tokens that are in it now. */
export const AuthTokenFile = z.pipe(
  z.string(),
  z.transform((path, context) => {
    const found = readTokenFile(path);
    if (found.ok) return { path, tokens: found.tokens };
    context.issues.push({ code: 'custom', input: path, message: found.fault });
    return z.NEVER;
  }),
);
