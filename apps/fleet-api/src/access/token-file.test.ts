import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { directoryForTest } from '../../trial/harness/fixtures/directory-for-test.ts';
import { readTokenFile } from './token-file.ts';

const LINE = 'anna 0123456789abcdef0123456789abcdef';

function faultOf(mode: number): string {
  const path = join(directoryForTest(), 'tokens');
  writeFileSync(path, LINE);
  chmodSync(path, mode);
  const result = readTokenFile(path);
  return result.ok ? 'none' : result.fault;
}

it.each([0o400, 0o600, 0o440, 0o640])('is read with the mode %o', (mode) => {
  expect(faultOf(mode)).toBe('none');
});

it.each([0o644, 0o604, 0o602, 0o601, 0o660, 0o666])(
  'is refused with the mode %o, which lets others in',
  (mode) => {
    expect(faultOf(mode)).toContain('chmod 600');
  },
);

it('is refused when it is not there, is a directory, or is too large', () => {
  const directory = directoryForTest();
  const large = join(directory, 'large');
  mkdirSync(join(directory, 'nested'));
  writeFileSync(large, '#'.repeat(65_537), { mode: 0o600 });
  expect(readTokenFile(join(directory, 'nowhere'))).toEqual({ ok: false, fault: 'cannot be read (ENOENT)' });
  expect(readTokenFile(join(directory, 'nested'))).toEqual({ ok: false, fault: 'is no file' });
  expect(readTokenFile(large)).toEqual({ ok: false, fault: 'is larger than 65536 bytes' });
});
