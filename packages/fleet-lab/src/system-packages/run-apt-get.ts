import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs apt-get without a question. Rejects with its output when it fails. */
export async function runAptGet(aptGet: string, args: readonly string[]): Promise<void> {
  const child = spawn(aptGet, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${output.trim()}`);
}
