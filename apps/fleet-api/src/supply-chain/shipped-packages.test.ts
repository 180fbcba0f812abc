import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { shippedPackages } from './shipped-packages.ts';

const repository = new URL('../../../../', import.meta.url);
const folders = ['apps/fleet-api', 'apps/fleet-web'].map((path) => fileURLToPath(new URL(path, repository)));
const shipped = shippedPackages(folders);

it('everything that ships may be used freely: MIT, ISC, BSD, Apache 2.0 or the like', () => {
  const free = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0)$/;
  expect(shipped.filter(({ licence }) => !free.test(licence))).toEqual([]);
});

it('docs/licences.md lists what ships (vitest -u writes it anew)', async () => {
  const rows = shipped.map(({ name, licence }) => `| ${name} | ${licence} |`);
  const text = `# Licences

What the dashboard and its page bring with them, and under which licence. A test keeps this list true.

| package | licence |
|---|---|
${rows.join('\n')}
`;
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL('docs/licences.md', repository)));
});
