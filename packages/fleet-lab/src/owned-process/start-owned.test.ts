import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { isRunning } from '../testing/is-running.ts';
import { startOwned } from './start-owned.ts';

const freshDirectory = (): string => join(tmpdir(), `fleet-lab-test-${process.pid}-${Math.random()}`);

test('an owned command that ends by itself gives its exit code and leaves no directory', async () => {
  const directory = freshDirectory();
  const owned = await startOwned({ directory, command: ['sh', '-c', 'exit 7'] });
  expect(await owned.exited).toBe(7);
  expect(existsSync(directory)).toBe(false);
});

test('a setup that fails ends the owner with code 1, its words on stderr and no directory', async () => {
  const directory = freshDirectory();
  const owned = await startOwned({
    directory,
    setup: [['sh', '-c', 'echo "no room" >&2; exit 3']],
    command: ['true'],
  });
  let stderr = '';
  owned.child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  await once(owned.child, 'close');
  expect(await owned.exited).toBe(1);
  expect(stderr).toContain('no room');
  expect(existsSync(directory)).toBe(false);
});

test('stop() ends what the command itself started too', async () => {
  const owned = await startOwned({ command: ['sh', '-c', 'sleep 60 & echo $!; wait'] });
  const [line] = await once(owned.child.stdout ?? process.stdin, 'data');
  const grandchild = Number(String(line));
  expect(isRunning(grandchild)).toBe(true);
  await owned.stop();
  await expect.poll(() => isRunning(grandchild)).toBe(false);
});

test('SIGKILL of the parent leaves neither the owned process nor its directory', async () => {
  const directory = freshDirectory();
  const module = new URL('./start-owned.ts', import.meta.url).href;
  const code = `
    const { startOwned } = await import(${JSON.stringify(module)});
    const owned = await startOwned({ directory: ${JSON.stringify(directory)}, command: ['sh', '-c', 'echo $$; exec sleep 60'] });
    owned.child.stdout.pipe(process.stdout);`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    cwd: fileURLToPath(new URL('../../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(parent.stdout, 'data');
  const owned = Number(String(line));
  expect(isRunning(owned)).toBe(true);
  expect(existsSync(directory)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isRunning(owned) || existsSync(directory)).toBe(false), { timeout: 30_000 });
});
