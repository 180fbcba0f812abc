/** Lets a limited number in at one time; whoever finds no permit waits until one is released. */
export type Semaphore = {
  /** Resolves with what releases the permit again. Calling that twice releases one permit. */
  acquire(): Promise<() => void>;
};

/** A semaphore with this many permits, which are granted in the order in which they were asked for. */
export function createSemaphore(permits: number): Semaphore {
  const waiting: ((release: () => void) => void)[] = [];
  let free = permits;

  function grant(enter: (release: () => void) => void): void {
    let isHeld = true;
    enter(() => {
      if (!isHeld) return;
      isHeld = false;
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else grant(next);
    });
  }

  return {
    acquire: () =>
      new Promise((enter) => {
        if (free === 0) return void waiting.push(enter);
        free -= 1;
        grant(enter);
      }),
  };
}
