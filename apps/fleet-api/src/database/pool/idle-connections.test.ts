import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Connection } from '../connection.ts';
import { keepIdleConnections } from './idle-connections.ts';

const expire = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  expire.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

const connection = () =>
  ({
    send: vi.fn(),
    ready: new Promise<string>(() => {}),
    look: vi.fn(),
    end: vi.fn(),
    drop: vi.fn(),
    closed: new Promise<void>(() => {}),
  }) satisfies Connection;

it('the connection that was used last is taken first, each of them once', () => {
  const idle = keepIdleConnections(expire);
  const [a, b] = [connection(), connection()];
  idle.put(a, 1000);
  idle.put(b, 1000);
  expect([idle.take(), idle.take(), idle.take()]).toEqual([b, a, undefined]);
});

it('a connection expires once it has been idle for as long as it may, and not before; it can still be taken', () => {
  const idle = keepIdleConnections(expire);
  const a = connection();
  idle.put(a, 1000);
  vi.advanceTimersByTime(999);
  expect(expire).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(expire).toHaveBeenCalledExactlyOnceWith(a);
  expect(idle.take()).toBe(a);
});

it('a connection that was taken again does not expire', () => {
  const idle = keepIdleConnections(expire);
  idle.put(connection(), 1000);
  idle.take();
  vi.advanceTimersByTime(5000);
  expect(expire).not.toHaveBeenCalled();
});

it('a connection that was removed is given to nobody', () => {
  const idle = keepIdleConnections(expire);
  const [a, b] = [connection(), connection()];
  idle.put(a, 1000);
  idle.put(b, 1000);
  expect([idle.remove(b), idle.remove(b)]).toEqual([true, false]);
  expect(idle.all()).toEqual([a]);
  expect([idle.take(), idle.take()]).toEqual([a, undefined]);
});
