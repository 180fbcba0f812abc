import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';

/** Runs a program that asks no question, as apt-get. Rejects with its output when it fails. */
export async function runCommand(command: string, args: readonly string[], cwd?: string): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    // A package of a service would start it; at this runlevel none is.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${basename(command)} ${args.join(' ')} failed:\n${output.trim()}`);
}
