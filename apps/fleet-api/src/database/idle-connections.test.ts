import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Connection } from './connection.ts';
import { keepIdleConnections } from './idle-connections.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const connection = () =>
  ({ send: vi.fn(), drop: vi.fn(), closed: new Promise<void>(() => {}) }) satisfies Connection;

it('the connection that was used last is taken first, each of them once', () => {
  const idle = keepIdleConnections(1000);
  const [a, b] = [connection(), connection()];
  idle.put(a);
  idle.put(b);
  expect([idle.take(), idle.take(), idle.take()]).toEqual([b, a, undefined]);
});

it('a connection is dropped once it has been idle for as long as it may, and not before', () => {
  const idle = keepIdleConnections(1000);
  const a = connection();
  idle.put(a);
  vi.advanceTimersByTime(999);
  expect(a.drop).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(a.drop).toHaveBeenCalledOnce();
});

it('a connection that was taken again is not dropped', () => {
  const idle = keepIdleConnections(1000);
  const a = connection();
  idle.put(a);
  idle.take();
  vi.advanceTimersByTime(5000);
  expect(a.drop).not.toHaveBeenCalled();
});

it('a connection that ended is given to nobody', () => {
  const idle = keepIdleConnections(1000);
  const [a, b] = [connection(), connection()];
  idle.put(a);
  idle.put(b);
  idle.forget(b);
  expect([idle.take(), idle.take()]).toEqual([a, undefined]);
});

it('when one was found dead, all are dropped and none is given again', () => {
  const idle = keepIdleConnections(1000);
  const [a, b] = [connection(), connection()];
  idle.put(a);
  idle.put(b);
  idle.dropAll();
  expect([a.drop.mock.calls.length, b.drop.mock.calls.length, idle.take()]).toEqual([1, 1, undefined]);
});
