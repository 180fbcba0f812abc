import { readFileSync } from 'node:fs';

/** Whether a process with this id runs; one that ended and only waits for its parent to notice counts as gone. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    // No /proc on this system: then the signal's answer stands. With one, the process has just ended.
    return (
      !(error instanceof Error && 'code' in error && error.code === 'ESRCH') && process.platform !== 'linux'
    );
  }
}
