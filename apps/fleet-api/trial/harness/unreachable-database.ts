import type { TestDatabaseAccess } from './start-test-api.ts';

/** A database that cannot be reached: for what needs none. */
export const UNREACHABLE_DATABASE: TestDatabaseAccess = {
  host: '127.0.0.1',
  port: 1,
  user: 'nobody',
  password: '',
  database: 'nothing',
};
