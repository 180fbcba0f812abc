import type { ReaderAccess } from './lab-database.ts';

/** The environment variables that tell the API which database to read, and as whom. */
export function readerEnv({ host, port, user, password, database }: ReaderAccess): Record<string, string> {
  return {
    DB_HOST: host,
    DB_PORT: String(port),
    DB_USER: user,
    DB_PASSWORD: password,
    DB_NAME: database,
  };
}
