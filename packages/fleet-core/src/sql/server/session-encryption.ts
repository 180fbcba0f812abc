import * as z from 'zod/mini';
import type { SessionEncryption } from '../../domain/session-encryption.ts';
import type { Query } from '../query.ts';

const Row = z.object({ Variable_name: z.string(), Value: z.string() });

/** By what our session is encrypted. */
export function sessionEncryption(): Query<SessionEncryption> {
  return {
    sql: "SHOW SESSION STATUS WHERE Variable_name IN ('Ssl_version', 'Ssl_cipher')",
    params: [],
    read: (rows) => toEncryption(z.array(Row).parse(rows)),
  };
}

function toEncryption(rows: readonly z.infer<typeof Row>[]): SessionEncryption {
  const statusOf = (name: string) => rows.find((row) => row.Variable_name === name)?.Value ?? '';
  const cipher = statusOf('Ssl_cipher');
  return cipher === '' ? null : { protocol: statusOf('Ssl_version'), cipher };
}
