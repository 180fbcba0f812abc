import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const built = ['apps/fleet-api/dist/main.js', 'apps/fleet-web/dist/index.html'];

if (built.some((file) => !existsSync(`${repository}/${file}`))) {
  const { status } = spawnSync('pnpm', ['build'], { cwd: repository, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
