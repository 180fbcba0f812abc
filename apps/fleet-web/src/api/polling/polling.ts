import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { FLEET_KEY } from './fleet-query.ts';

const listeners = new Set<() => void>();
let paused = false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Stops polling, or lets it go on. */
export function setPaused(wanted: boolean): void {
  paused = wanted;
  for (const listener of listeners) listener();
}

/** Whether the operator has stopped polling. */
export function usePaused(): boolean {
  return useSyncExternalStore(subscribe, () => paused);
}

/** What the operator can do about polling. */
export type PollingControls = {
  /** Stops polling, or goes on and asks at once. */
  readonly togglePause: () => void;
  /** Asks once now, paused or not; waits for the request under way if there is one. */
  readonly refresh: () => void;
};

/** The two controls, the same ones for as long as the page lives. */
export function usePollingControls(): PollingControls {
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = () => void client.refetchQueries({ queryKey: FLEET_KEY }, { cancelRefetch: false });
    const togglePause = () => {
      setPaused(!paused);
      if (!paused) refresh();
    };
    return { refresh, togglePause };
  }, [client]);
}
