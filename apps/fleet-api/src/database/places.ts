/** A limited number of places; who finds none waits until one is left. */
export type Places = {
  /** Resolves with what gives the place up again. Calling that twice gives up one place. */
  take(): Promise<() => void>;
};

export function createPlaces(count: number): Places {
  const waiting: ((leave: () => void) => void)[] = [];
  let free = count;

  function grant(enter: (leave: () => void) => void): void {
    let isTaken = true;
    enter(() => {
      if (!isTaken) return;
      isTaken = false;
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else grant(next);
    });
  }

  return {
    take: () =>
      new Promise((enter) => {
        if (free === 0) return void waiting.push(enter);
        free -= 1;
        grant(enter);
      }),
  };
}
