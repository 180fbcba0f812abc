import type { ChildProcess } from 'node:child_process';

/** A few screens. */
const KEPT_CHARACTERS = 8_000;

/** Collects what a process prints. The function that is returned gives the end of it. */
export function recentOutput(child: ChildProcess, keptCharacters = KEPT_CHARACTERS): () => string {
  let output = '';
  const collect = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-keptCharacters);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return () => output.trim();
}
