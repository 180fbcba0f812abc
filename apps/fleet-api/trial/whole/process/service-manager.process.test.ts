import { expect, it, vi } from 'vitest';
import { CAN_PLAY_MANAGER, notifySocket } from '../../harness/process/notify-socket.ts';
import { startWithoutDatabase } from '../../harness/process/start-without-database.ts';

const isSign = (message: string) => message === 'WATCHDOG=1';

it.skipIf(!CAN_PLAY_MANAGER)(
  'systemd is told of the start, of signs of life, of a reload and of the end (needs systemd-notify and perl)',
  async () => {
    const { path, told } = await notifySocket();
    const api = await startWithoutDatabase({ env: { NOTIFY_SOCKET: path, WATCHDOG_USEC: '3000000' } });
    await vi.waitFor(() => expect(told().filter(isSign).length).toBeGreaterThan(2), { timeout: 20_000 });
    expect(told()[0]).toMatch(/^READY=1 STATUS=listens on 127\.0\.0\.1, port \d+$/);

    api.child.kill('SIGHUP');
    const sinceReload = () =>
      told().slice(told().findIndex((message) => message.startsWith('RELOADING=1 MONOTONIC_USEC=')));
    await vi.waitFor(
      () => expect(sinceReload().some((message) => message.startsWith('READY=1'))).toBe(true),
      { timeout: 20_000 },
    );
    expect(sinceReload()[0]).toMatch(/^RELOADING=1 MONOTONIC_USEC=\d+$/);

    api.child.kill('SIGSTOP');
    // What it told before is here by then.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = told().filter(isSign).length;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(told().filter(isSign).length - before).toBeLessThanOrEqual(1);
    api.child.kill('SIGCONT');
    const stood = told().filter(isSign).length;
    await vi.waitFor(() => expect(told().filter(isSign).length).toBeGreaterThan(stood), { timeout: 20_000 });

    // Nothing waits to be told before it; a sign of life may come after it.
    api.child.kill('SIGTERM');
    const lastOfOthers = () => told().findLast((message) => !isSign(message));
    await vi.waitFor(() => expect(lastOfOthers()).toBe('STOPPING=1'), { timeout: 20_000 });
    expect(await api.ended, api.errors()).toEqual([0, null]);
  },
);
