import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import type { SslOptions } from 'mysql2';
import type { TlsSettings } from '../access.ts';
import { DatabaseFailure } from '../database-failure.ts';

/** TLS for one connection. */
export type Tls = {
  /** For the driver. */
  readonly options: SslOptions;
  /** The name that the server's certificate must be for. */
  readonly host: string;
  /** Whether a server that offers none is taken without. */
  readonly isOptional: boolean;
  /** Whether the server proves who it is. */
  readonly isVerified: boolean;
};

/** Reads the files. A given authority is asked in every mode. Rejects with a `DatabaseFailure` of the class `tls`. */
export async function readTls({ mode, caFile, certFile, keyFile }: TlsSettings, host: string): Promise<Tls> {
  const isVerified = mode === 'verify_ca' || mode === 'verify_identity' || caFile !== undefined;
  const verifyIdentity = mode === 'verify_identity';
  return {
    options: {
      rejectUnauthorized: isVerified,
      verifyIdentity,
      ...(caFile === undefined ? {} : { ca: await readPem(caFile) }),
      ...(certFile === undefined ? {} : { cert: await readPem(certFile) }),
      ...(keyFile === undefined ? {} : { key: await readPem(keyFile) }),
    },
    // The driver leaves an address out, and the certificate would be taken for one of localhost; with a dot it looks.
    host: verifyIdentity && isIP(host) !== 0 ? `${host}.` : host,
    isOptional: mode === 'preferred',
    isVerified,
  };
}

async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new DatabaseFailure('tls', `${file} cannot be read`, { cause });
  }
}

const CLIENT_SSL = 0x0800;
/** Connection id, first part of the scramble, filler. */
const BETWEEN_VERSION_AND_FLAGS = 4 + 8 + 1;

/** Whether a server says in its first packet that it can do TLS. False for anything that is no such packet. */
export function offersTls(greeting: Buffer): boolean {
  const at = greeting.indexOf(0, 5) + 1 + BETWEEN_VERSION_AND_FLAGS;
  return greeting[4] === 10 && at + 2 <= greeting.length && (greeting.readUInt16LE(at) & CLIENT_SSL) !== 0;
}
