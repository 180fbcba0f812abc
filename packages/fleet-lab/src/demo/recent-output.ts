import type { ChildProcess } from 'node:child_process';

const KEPT_CHARACTERS = 8_000;

/** Collects what a process prints. The function that is returned gives the last few screens of it. */
export function recentOutput(child: ChildProcess): () => string {
  let output = '';
  const collect = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-KEPT_CHARACTERS);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return () => output.trim();
}
