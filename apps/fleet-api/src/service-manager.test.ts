import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createServiceManager } from './service-manager.ts';

const ASKED = { NOTIFY_SOCKET: '/run/notify' };

function managerWith(
  env: Record<string, string>,
  answer: (fields: readonly string[]) => Promise<void> = async () => {},
) {
  const told: string[] = [];
  const failures: unknown[] = [];
  const manager = createServiceManager(
    env,
    (error) => failures.push(error),
    async (fields) => {
      await answer(fields);
      told.push(fields.join(' ').replace(/=\d{4,}/, '=…'));
    },
  );
  return { manager, told, failures };
}

describe('what is told', () => {
  it('is the start with where it listens, the reload, and the end, in their order', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { manager, told } = managerWith(ASKED, async ([field]) => {
      if (field === 'READY=1') await new Promise((resolve) => setTimeout(resolve, 5));
    });
    manager.ready('listens');
    manager.reloading();
    manager.ready('listens');
    const stopping = manager.stopping();
    await vi.advanceTimersByTimeAsync(10);
    await stopping;
    const ready = 'READY=1 STATUS=listens';
    expect(told).toEqual([ready, 'RELOADING=1 MONOTONIC_USEC=…', ready, 'STOPPING=1']);
  });

  it('is nothing where nobody asks', async () => {
    const { manager, told } = managerWith({});
    manager.ready('listens');
    await manager.stopping();
    expect(told).toEqual([]);
  });

  it('and cannot be told is said once', async () => {
    const { manager, failures } = managerWith(ASKED, () => Promise.reject(new Error('no such program')));
    manager.ready('a');
    await manager.stopping();
    expect(failures).toHaveLength(1);
  });
});

describe('with a watchdog', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const WATCHED = { ...ASKED, WATCHDOG_USEC: '60000000' };

  async function toldIn(
    minutes: number,
    env: Record<string, string>,
    isWell: () => boolean,
  ): Promise<number> {
    const { manager, told } = managerWith(env);
    manager.watchOver(isWell);
    await vi.advanceTimersByTimeAsync(minutes * 60_000);
    return told.filter((field) => field === 'WATCHDOG=1').length;
  }

  it('a sign of life is given three times in its patience', async () => {
    expect(await toldIn(2, WATCHED, () => true)).toBe(6);
    expect(await toldIn(2, { ...WATCHED, WATCHDOG_PID: String(process.pid) }, () => true)).toBe(6);
  });

  it('none is given while the fleet is not looked at, and again once it is', async () => {
    let isWell = false;
    expect(await toldIn(2, WATCHED, () => isWell)).toBe(0);
    isWell = true;
    expect(await toldIn(1, WATCHED, () => isWell)).toBe(3);
  });

  it('none is given where none is waited for, or that of another process', async () => {
    expect(await toldIn(2, ASKED, () => true)).toBe(0);
    expect(await toldIn(2, { ...WATCHED, WATCHDOG_PID: '1' }, () => true)).toBe(0);
    expect(await toldIn(2, { WATCHDOG_USEC: '60000000' }, () => true)).toBe(0);
  });
});
