import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { everySecond } from '../../clock/every-second.ts';
import { readMoment } from '../../clock/moment.ts';
import { fleetQuery } from '../polling/fleet-query.ts';
import { usePaused } from '../polling/polling.ts';
import { type FleetView, fleetView } from './fleet-view.ts';

const STANDSTILL = {
  refetchInterval: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

/** What the page is now. Renders on each answer, and when time alone turns the view, not on every second. */
export function useFleetView(): FleetView {
  const paused = usePaused();
  const { data, error } = useQuery(paused ? { ...fleetQuery, ...STANDSTILL } : fleetQuery);
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  const view = fleetView({ data, error, paused }, readMoment());

  useEffect(
    () =>
      everySecond(() => {
        if (fleetView({ data, error, paused }, readMoment()).kind !== view.kind) renderAgain();
      }),
    [data, error, paused, view.kind],
  );
  return view;
}
