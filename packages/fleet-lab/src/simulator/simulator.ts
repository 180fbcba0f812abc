import type { Pool } from 'mysql2/promise';
import { type LiveScene, loadScene, type Scene } from './live-scene.ts';

/** How a simulator runs. */
export type SimulatorOptions = {
  readonly tickMs?: number;
  readonly random?: () => number;
  /** Told of a tick that failed, such as while the database is away; the next one is tried all the same. */
  readonly onError?: (error: unknown) => void;
};

/** Keeps a scene moving. */
export type Simulator = {
  /** Replaces the scene. Rejects when it cannot be loaded; then the old one goes on. */
  show(scene: Scene): Promise<void>;
  /** Resolves once nothing more is written. */
  stop(): Promise<void>;
};

/** Loads the scene and moves it on every second until stopped. Rejects when it cannot be loaded. */
export async function startSimulator(
  admin: Pool,
  first: Scene,
  options: SimulatorOptions = {},
): Promise<Simulator> {
  const { tickMs = 1_000, random = Math.random, onError = () => {} } = options;
  let live: LiveScene = await loadScene(admin, first, random);
  // One write at a time: a tick never mixes with the loading of another scene.
  let work: Promise<void> = Promise.resolve();
  const enqueue = (job: () => Promise<void>): Promise<void> => {
    const done = work.then(job);
    work = done.catch(() => {});
    return done;
  };
  let isTicking = false;
  const timer = setInterval(() => {
    if (isTicking) return;
    isTicking = true;
    enqueue(() => live.tick())
      .catch(onError)
      .finally(() => {
        isTicking = false;
      });
  }, tickMs);
  return {
    show: (scene) =>
      enqueue(async () => {
        live = await loadScene(admin, scene, random);
      }),
    async stop() {
      clearInterval(timer);
      await work;
    },
  };
}
