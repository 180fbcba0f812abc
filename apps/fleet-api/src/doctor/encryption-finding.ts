import type { SessionEncryption } from 'fleet-core/domain/session-encryption';
import type { Config } from '../config.ts';
import { hostName, isLoopback } from '../host-name.ts';
import type { Finding } from './finding.ts';

/** Whether what is read, and the password, travel encrypted where others could listen. Undefined when it could not be read. */
export function encryptionFinding(
  found: SessionEncryption | undefined,
  { database: { host, socketPath, tls } }: Pick<Config, 'database'>,
): Finding {
  const subject = 'TLS';
  const isHere = socketPath !== undefined || isLoopback(hostName(host) ?? host);
  if (found === undefined) return { kind: 'advice', subject, fact: 'whether it is in use could not be read' };
  if (found === null) {
    const fact = isHere
      ? 'not in use, and nothing leaves this machine'
      : 'not in use: whoever is on the way reads along';
    return isHere
      ? { kind: 'well', subject, fact }
      : { kind: 'advice', subject, fact, remedy: 'Set DB_SSL_MODE=verify_identity and DB_SSL_CA.' };
  }
  const fact = `${found.protocol}, ${found.cipher}`;
  const isVerified = tls.mode === 'verify_ca' || tls.mode === 'verify_identity';
  if (isVerified || isHere) return { kind: 'well', subject, fact };
  return {
    kind: 'advice',
    subject,
    fact: `${fact}; who the server is was not verified (DB_SSL_MODE is ${tls.mode})`,
    remedy: 'Set DB_SSL_MODE=verify_identity, with DB_SSL_CA for the authority that signed its certificate.',
  };
}
