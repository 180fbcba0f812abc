import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../connection.ts';
import { DatabaseFailure, type FailureClass } from '../database-failure.ts';
import { type Connections, keepConnections, type Lease } from './connections.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Everything that a session may do, without a server. */
function makeConnection(look: () => Promise<string>) {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = () => resolve();
  });
  return {
    send: vi.fn(),
    ready: new Promise<string>(() => {}),
    look: vi.fn(look),
    end: vi.fn(() => close()),
    drop: vi.fn(() => close()),
    closed,
  } satisfies Connection;
}

const tooMany: FailureClass = 'too_many_connections';

/** A server that grants `grants` connections at a time, and what became of those that were asked of it. */
function makeServer({ grants = 4, random = () => 1 }: { grants?: number; random?: () => number } = {}) {
  const server = {
    name: 'a',
    grants,
    refusesWith: tooMany,
    lookFails: false,
    attempts: 0,
    open: [] as Connection[],
  };
  const connections = keepConnections(async () => {
    server.attempts += 1;
    if (server.open.length >= server.grants) throw new DatabaseFailure(server.refusesWith, 'refused');
    const connection = makeConnection(async () => {
      if (server.lookFails) throw new DatabaseFailure('session', 'does not hold');
      return server.name;
    });
    server.open.push(connection);
    void connection.closed.then(() => server.open.splice(server.open.indexOf(connection), 1));
    return { connection, server: server.name };
  }, random);
  return { server, connections };
}

const lease = (connections: Connections, signal = new AbortController().signal) => connections.lease(signal);

/** As many connections as there may be, in use at the same time and given back. */
async function useAll(connections: Connections): Promise<Connection[]> {
  const leases = await Promise.all(Array.from({ length: 4 }, () => lease(connections)));
  for (const { giveBack } of leases) giveBack();
  return leases.map(({ connection }) => connection);
}

/** Two connections more, in use at the same time and given back. */
async function useTwo(connections: Connections): Promise<void> {
  for (const { giveBack } of await Promise.all([lease(connections), lease(connections)])) giveBack();
}

describe('a session', () => {
  it.each([
    [0, 30_000],
    [1, 60_000],
  ])('with the random number %d serves for %i ms, and then no more', async (random, lifeMs) => {
    const { connections } = makeServer({ random: () => random });
    const { connection, giveBack } = await lease(connections);
    vi.advanceTimersByTime(lifeMs - 1000);
    giveBack();
    vi.advanceTimersByTime(999);
    const before = await lease(connections);
    expect(before).toMatchObject({ connection, wasIdle: true });
    before.giveBack();
    vi.advanceTimersByTime(1);
    expect((await lease(connections)).connection).not.toBe(connection);
    expect(connection.end).toHaveBeenCalled();
  });

  it('ends at another time than those that were opened with it', async () => {
    const randoms = [0, 0.25, 0.5, 0.75];
    const { server, connections } = makeServer({ random: () => randoms.shift() ?? 1 });
    const leases = await Promise.all(Array.from({ length: 4 }, () => lease(connections)));
    const openAt: number[] = [];
    vi.advanceTimersByTime(29_999);
    for (const { giveBack } of leases) giveBack();
    for (let i = 0; i < 4; i++) {
      await vi.advanceTimersByTimeAsync(i === 0 ? 1 : 7500);
      openAt.push(server.open.length);
    }
    expect(openAt).toEqual([3, 2, 1, 0]);
  });

  it('that is in use when its life ends, ends after its read', async () => {
    const { connections } = makeServer();
    const { connection, giveBack } = await lease(connections);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(connection.end).not.toHaveBeenCalled();
    giveBack();
    expect(connection.end).toHaveBeenCalledOnce();
  });

  it('that nobody has used for half a minute ends in good order', async () => {
    const { server, connections } = makeServer();
    const [connection] = await useAll(connections);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(server.open).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(1);
    expect(server.open).toHaveLength(0);
    expect(connection?.drop).not.toHaveBeenCalled();
  });

  it('is looked at before it serves when no server was seen for 5 s, one for all', async () => {
    const { connections } = makeServer();
    const all = await useAll(connections);
    const looks = () => all.reduce((sum, { look }) => sum + vi.mocked(look).mock.calls.length, 0);
    vi.advanceTimersByTime(4999);
    expect([await useAll(connections), looks()]).toEqual([expect.arrayContaining(all), 0]);
    vi.advanceTimersByTime(1);
    (await lease(connections)).giveBack();
    expect([await useAll(connections), looks()]).toEqual([expect.arrayContaining(all), 1]);
  });

  it('that does not hold when it is looked at serves no more', async () => {
    const { server, connections } = makeServer();
    const [connection] = await useAll(connections);
    server.lookFails = true;
    vi.advanceTimersByTime(5000);
    const { connection: next, wasIdle } = await lease(connections);
    expect([next === connection, wasIdle]).toEqual([false, false]);
  });
});

describe('another server', () => {
  it('that a look finds ends all sessions there are: idle ones at once, others after their read', async () => {
    const { server, connections } = makeServer();
    const reading = await lease(connections);
    await useTwo(connections);
    server.name = 'b';
    vi.advanceTimersByTime(5000);
    const next = await lease(connections);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.open).toEqual([reading.connection, next.connection]);
    reading.giveBack();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.open).toEqual([next.connection]);
  });

  it('that a new session finds ends those with the old one, and is itself kept', async () => {
    const { server, connections } = makeServer();
    const [first, ...others] = await useAll(connections);
    first?.drop();
    await vi.advanceTimersByTimeAsync(0);
    server.name = 'b';
    const leases = await Promise.all(Array.from({ length: 4 }, () => lease(connections)));
    for (const { giveBack } of leases) giveBack();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.open).toHaveLength(1);
    expect(others).not.toContain(server.open[0]);
    expect(await useAll(connections)).toContain(server.open[0]);
  });
});

describe('on a server that grants fewer connections', () => {
  it.each([1, 2, 3])('%i serve all reads one after another, and none fails', async (grants) => {
    const { server, connections } = makeServer({ grants });
    (await lease(connections)).giveBack();
    const served: Lease[] = [];
    const read = async () => {
      const held = await lease(connections);
      served.push(held);
      expect(server.open.length).toBeLessThanOrEqual(grants);
      await new Promise((resolve) => setTimeout(resolve, 10));
      held.giveBack();
    };
    const reads = Array.from({ length: 8 }, read);
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(reads);
    expect(new Set(served.map(({ connection }) => connection)).size).toBe(grants);
    expect(server.attempts).toBe(4);
  });

  it('another is tried half a minute after a refusal, and not before', async () => {
    const { server, connections } = makeServer({ grants: 1 });
    const first = await lease(connections);
    const second = lease(connections);
    await vi.advanceTimersByTimeAsync(0);
    expect([server.attempts, connections.refusal()?.failureClass]).toEqual([4, 'too_many_connections']);
    server.grants = 2;
    first.giveBack();
    (await second).giveBack();
    await vi.advanceTimersByTimeAsync(29_999);
    expect([server.attempts, connections.refusal() === undefined]).toEqual([4, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(connections.refusal()).toBeUndefined();
    await useTwo(connections);
    expect(server.open).toHaveLength(2);
  });

  it('a log-in that is denied costs no read while sessions from before are there', async () => {
    const { server, connections } = makeServer({ grants: 1 });
    server.refusesWith = 'denied';
    const first = await lease(connections);
    const second = lease(connections);
    first.giveBack();
    expect((await second).connection).toBe(first.connection);
  });

  it('none at all is told as what it is', async () => {
    const { server, connections } = makeServer({ grants: 0 });
    await expect(lease(connections)).rejects.toMatchObject({ failureClass: 'too_many_connections' });
    await expect(lease(connections)).rejects.toMatchObject({ failureClass: 'too_many_connections' });
    expect([server.attempts, connections.refusal()]).toEqual([2, undefined]);
  });

  it('a read that gives up while it waits takes nothing from the others', async () => {
    const { connections } = makeServer({ grants: 1 });
    const first = await lease(connections);
    const read = new AbortController();
    const second = lease(connections, read.signal);
    await vi.advanceTimersByTimeAsync(0);
    read.abort(new DatabaseFailure('too_many_connections', 'gave up'));
    first.giveBack();
    await expect(second).rejects.toThrow('gave up');
    expect((await lease(connections)).connection).toBe(first.connection);
  });
});
