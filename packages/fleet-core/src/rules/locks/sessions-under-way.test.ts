import { describe, expect, it } from 'vitest';
import type { OpenSession, RangeLock, RolloutJob } from '../../domain/rollout-control.ts';
import { makeJob, makeLock, makeRollout, makeSession } from '../../testing/make/make-locks.ts';
import { failedReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { sessionsUnderWay } from './sessions-under-way.ts';

/** The sessions under way, each with what it has still to lock. */
function underWay(sessions: OpenSession[], locks: RangeLock[] = [], jobs: RolloutJob[] = []) {
  return sessionsUnderWay(makeRollout(locks, sessions, jobs), locks, 1000).map(({ run_id, missing }) => [
    run_id,
    ...missing.map(({ min, max }) => `${min}-${max}`),
  ]);
}

const SESSION = makeSession('rol_1', 100, 199);

describe('an open session', () => {
  it('is under way until the last bucket of its range is locked', () => {
    expect(underWay([SESSION])).toEqual([['rol_1', '100-199']]);
    expect(underWay([SESSION], [makeLock('b', 100, 198)])).toEqual([['rol_1', '199-199']]);
    expect(underWay([SESSION], [makeLock('b', 100, 199)])).toEqual([]);
  });

  it('is done with when its range was released and none of it is locked any more', () => {
    const released = [makeJob('rol_1', 'release_buckets'), makeJob('rol_1', 'activate-buckets')];
    expect(underWay([SESSION], [], released)).toEqual([]);
    expect(underWay([SESSION], [makeLock('b', 100, 150, { run_id: 'rol_1' })], released)).toEqual([
      ['rol_1', '151-199'],
    ]);
  });

  it('is under way when the release failed, or something was done after it', () => {
    expect(underWay([SESSION], [], [makeJob('rol_1', 'release_buckets', { status: 'failed' })])).toHaveLength(
      1,
    );
    const again = [makeJob('rol_1', 'seed'), makeJob('rol_1', 'release_buckets')];
    expect(underWay([SESSION], [], again)).toHaveLength(1);
  });

  it('is left to a later one as far as that has its buckets', () => {
    const later = makeSession('rol_2', 150, 299, { created_at_ms: NOW_MS - 1000 });
    expect(underWay([later, SESSION])).toEqual([
      ['rol_1', '100-149'],
      ['rol_2', '150-299'],
    ]);
    expect(underWay([SESSION, makeSession('rol_3', 100, 199, { created_at_ms: NOW_MS })])).toEqual([
      ['rol_3', '100-199'],
    ]);
  });

  it('has nothing to lock beyond the bucket total', () => {
    expect(underWay([makeSession('rol_1', 990, 1100)])).toEqual([['rol_1', '990-999']]);
    expect(underWay([makeSession('rol_1', 1000, 1100)])).toEqual([]);
  });

  it('of which nothing could be read is none', () => {
    expect(sessionsUnderWay({ rollout_sessions: failedReading() }, [], 1000)).toEqual([]);
    expect(sessionsUnderWay({}, [], 1000)).toEqual([]);
  });
});
