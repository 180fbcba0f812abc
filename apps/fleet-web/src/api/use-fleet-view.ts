import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { everySecond } from '../clock/every-second.ts';
import { readMoment } from '../clock/moment.ts';
import { fleetQuery } from './fleet-query.ts';
import { type FleetView, fleetView } from './fleet-view.ts';

/** What the page is now. Renders on each answer, and when time alone turns the view, not on every second. */
export function useFleetView(): FleetView {
  const { data, error } = useQuery(fleetQuery);
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  const view = fleetView({ data, error }, readMoment());

  useEffect(
    () =>
      everySecond(() => {
        if (fleetView({ data, error }, readMoment()).kind !== view.kind) renderAgain();
      }),
    [data, error, view.kind],
  );
  return view;
}
