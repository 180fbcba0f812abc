import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keepPassword } from './password.ts';

const directory = mkdtempSync(join(tmpdir(), 'fleet-password-'));
afterAll(() => rmSync(directory, { recursive: true }));

const passwordFile = join(directory, 'password');
const write = (text: string) => writeFileSync(passwordFile, text);

it('without a file it is the one that was given, and never another', async () => {
  const password = keepPassword({ password: 'given' });
  expect([await password.readAnew(), await password.current()]).toEqual([false, 'given']);
});

it.each([
  ['secret\n', 'secret'],
  ['secret\r\n', 'secret'],
  ['secret', 'secret'],
  [' two words \n\n', ' two words \n'],
  ['', ''],
])(
  'the file %j holds the password %j: the end of its last line is not part of it',
  async (text, expected) => {
    write(text);
    expect(await keepPassword({ password: '', passwordFile }).current()).toBe(expected);
  },
);

it('one from a file stays in use until the file is read anew', async () => {
  write('old');
  const password = keepPassword({ password: '', passwordFile });
  expect([await password.current(), await password.readAnew()]).toEqual(['old', false]);
  write('new');
  expect([await password.current(), await password.readAnew(), await password.current()]).toEqual([
    'old',
    true,
    'new',
  ]);
});

it('a file that is gone for a moment leaves the password in use', async () => {
  write('old');
  const password = keepPassword({ password: '', passwordFile });
  await password.current();
  rmSync(passwordFile);
  expect([await password.readAnew(), await password.current()]).toEqual([false, 'old']);
});

it('a file that was never there is a denial', async () => {
  const password = keepPassword({ password: '', passwordFile: join(directory, 'nowhere') });
  const denial = { failureClass: 'denied', message: 'DB_PASSWORD_FILE cannot be read' };
  await expect(password.current()).rejects.toMatchObject(denial);
});
