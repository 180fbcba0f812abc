import * as z from 'zod/mini';
import { Environment } from './environment.ts';

/** What settings must fit together; looked at once each of them is right by itself. */
export const Settings = Environment.check(
  fits('DB_PASSWORD_FILE', 'and DB_PASSWORD exclude each other', (env) => {
    return env.DB_PASSWORD_FILE === undefined || env.DB_PASSWORD === '';
  }),
  fits('DB_SSL_CERT', 'goes with DB_SSL_KEY, and neither without the other', (env) => {
    return (env.DB_SSL_CERT === undefined) === (env.DB_SSL_KEY === undefined);
  }),
  fits('DB_SSL_MODE', 'uses neither DB_SSL_CA nor DB_SSL_CERT: set another mode', (env) => {
    return env.DB_SSL_MODE !== 'disabled' || (env.DB_SSL_CA ?? env.DB_SSL_CERT) === undefined;
  }),
  fits('DB_SSL_MODE', 'has no name to verify on DB_SOCKET', (env) => {
    return env.DB_SSL_MODE !== 'verify_identity' || env.DB_SOCKET === undefined;
  }),
);

function fits(variable: keyof typeof Environment.shape, error: string, isFit: (env: Environment) => boolean) {
  return z.refine<Environment>(isFit, { path: [variable], error });
}
