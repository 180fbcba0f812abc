import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findExecutable } from 'fleet-lab/database/find-executable';

/** A certificate with its key, as PEM files. */
export type KeyPair = { readonly certFile: string; readonly keyFile: string };

/** An authority of our own, with all that it signs in a directory that `remove` takes away. */
export type Authority = {
  readonly caFile: string;
  /** Signs for names such as `DNS:localhost,IP:127.0.0.1`; a negative number of days has passed already. */
  sign(names: string, days?: number): KeyPair;
  remove(): void;
};

const OPENSSL = findExecutable('openssl');

/** Whether this machine has the `openssl` command. */
export function canMakeAuthority(): boolean {
  return OPENSSL !== null;
}

/** Makes one with the `openssl` command. Throws without it. */
export function makeAuthority(): Authority {
  if (OPENSSL === null) throw new Error('openssl is not installed');
  const command = OPENSSL;
  const directory = mkdtempSync(join(tmpdir(), 'fleet-authority-'));
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';
  const openssl = (args: string) => execFileSync(command, args.split(' '), { cwd: directory, stdio: 'pipe' });
  openssl(`req -x509 ${newKey} -keyout ca.key -out ca.pem -subj /CN=ca -days 2`);
  let count = 0;
  return {
    caFile: join(directory, 'ca.pem'),
    sign(names, days = 2) {
      count += 1;
      writeFileSync(join(directory, 'names'), `subjectAltName=${names}`);
      openssl(`req ${newKey} -keyout ${count}.key -out ${count}.csr -subj /CN=fleet-test`);
      const byUs = '-CA ca.pem -CAkey ca.key -CAcreateserial -extfile names';
      openssl(`x509 -req -in ${count}.csr ${byUs} -days ${days} -out ${count}.pem`);
      return { certFile: join(directory, `${count}.pem`), keyFile: join(directory, `${count}.key`) };
    },
    remove: () => rmSync(directory, { recursive: true }),
  };
}
