import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What may be used freely, by whomever and for whatever. */
const FREE = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0']);
const repository = fileURLToPath(new URL('..', import.meta.url));
const page = `${repository}docs/licences.md`;

const shipped = shippedPackages();
const rows = shipped.map(([name, licence]) => `| ${name} | ${licence} |`);
const text = `# Licences

What the dashboard and its page bring with them, and under which licence, as \`pnpm licenses\` counts it. \`pnpm verify\`
keeps this list true; \`pnpm run licences --write\` writes it anew.

| package | licence |
|---|---|
${rows.join('\n')}
`;

if (process.argv.includes('--write')) writeFileSync(page, text);
const restricted = shipped.filter(([, licence]) => !FREE.has(licence));
for (const [name, licence] of restricted) fail(`${name} may not be used freely: its licence is ${licence}`);
if (readFileSync(page, 'utf8') !== text)
  fail('docs/licences.md is not what ships: pnpm run licences --write');

/** Name and licence of all that the dependencies of the API, the command and the page bring in, without our own packages. */
function shippedPackages() {
  const args = [
    '--filter',
    'fleet-api',
    '--filter',
    'fleet-cli',
    '--filter',
    'fleet-web',
    'licenses',
    'list',
    '--prod',
    '--json',
  ];
  const { status, stdout, stderr, error } = spawnSync('pnpm', args, { cwd: repository, encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`pnpm licenses ended with ${status}: ${stderr}`);
  const byLicence = Object.entries(JSON.parse(stdout));
  const packages = byLicence.flatMap(([licence, list]) => list.map(({ name }) => [name, licence]));
  return packages.sort(([a], [b]) => (a < b ? -1 : 1));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
