import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { directoryForTest } from '../fixtures/directory-for-test.ts';

/** Perl, which every Debian has, can listen where Node cannot. */
const LISTENS = `
use Socket; $| = 1;
socket(S, AF_UNIX, SOCK_DGRAM, 0) or die $!;
bind(S, sockaddr_un($ARGV[0])) or die $!;
print "listens\\n";
while (defined recv(S, my $m, 4096, 0)) { print join(" ", split(/\\n/, $m)), "\\n"; }
`;

const WITHIN = { timeout: 20_000 };

/** Whether there is what a service manager is played with. */
export const CAN_PLAY_MANAGER =
  spawnSync('perl', ['-MSocket', '-e', '1']).status === 0 &&
  spawnSync('systemd-notify', ['--version']).status === 0;

/** A service manager's socket until the test is over, and what came to it, a line a message. */
export async function notifySocket(): Promise<{ readonly path: string; readonly told: () => string[] }> {
  const path = join(directoryForTest(), 'notify');
  const child = spawn('perl', ['-e', LISTENS, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await vi.waitFor(() => {
    if (!text.startsWith('listens')) throw new Error('the socket is not there');
  }, WITHIN);
  return {
    path,
    told: () =>
      text
        .split('\n')
        .slice(1, -1)
        .filter((line) => line !== 'BARRIER=1'),
  };
}
