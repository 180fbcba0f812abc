import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { expect, it } from 'vitest';
import { openQueryRunner } from '../../testing/database/run-query.ts';
import { sessionEncryption } from './session-encryption.ts';

const database = useTestDatabase();

it('a session without TLS is not encrypted', async () => {
  const runner = await openQueryRunner(database().reader);
  expect(await runner.run(sessionEncryption()).finally(() => runner.close())).toBe(null);
});

it('what a server says of an encrypted session is its protocol and cipher', () => {
  const { read } = sessionEncryption();
  const rows = [
    { Variable_name: 'Ssl_cipher', Value: 'TLS_AES_256_GCM_SHA384' },
    { Variable_name: 'Ssl_version', Value: 'TLSv1.3' },
  ];
  expect(read(rows, async () => {})).toEqual({ protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' });
});
