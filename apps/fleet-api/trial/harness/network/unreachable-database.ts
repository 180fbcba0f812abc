import type { ReaderAccess } from 'fleet-lab/database/lab-database';

/** A database that cannot be reached: for what needs none. */
export const UNREACHABLE_DATABASE: ReaderAccess = {
  host: '127.0.0.1',
  port: 1,
  user: 'nobody',
  password: '',
  database: 'nothing',
};
