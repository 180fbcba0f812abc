import type { RequestListener } from 'node:http';

/** A listener that takes its time to load, and is there once somebody needs it. */
export type LaterListener = {
  /** Answers once it is loaded. */
  readonly answer: RequestListener;
  /** Loads it ahead of the first who needs it. Rejects when it cannot be loaded. */
  load(): Promise<RequestListener>;
};

/** Loads once, however many need it. That it cannot be loaded ends the process, as it would have at the start. */
export function laterListener(begin: () => Promise<RequestListener>): LaterListener {
  let loading: Promise<RequestListener> | undefined;
  const load = () => {
    loading ??= begin();
    return loading;
  };
  return {
    load,
    answer(request, response) {
      void load().then((listener) => listener(request, response));
    },
  };
}
