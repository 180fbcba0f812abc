type Listener = () => void;

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setInterval> | undefined;

function runAll(): void {
  for (const listener of listeners) listener();
}

/** Calls `listener` about once a second, all listeners in the same turn. Returns how to stop. */
export function everySecond(listener: Listener): () => void {
  listeners.add(listener);
  timer ??= setInterval(runAll, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
