import type { Labels, MetricFamily, MetricSample } from './metric-family.ts';

/** One number without labels; none where it is not known. */
export function gauge(name: string, help: string, value: number | null): MetricFamily {
  return gauges(name, help, [{ labels: {}, value }]);
}

/** One number for each of these; none where it is not known. */
export function gauges(
  name: string,
  help: string,
  numbers: readonly { readonly labels: Labels; readonly value: number | null }[],
): MetricFamily {
  const samples = numbers.flatMap(({ labels, value }) => (value === null ? [] : [{ labels, value }]));
  return { name, help, kind: 'gauge', samples };
}

/** A state as one number for each that there can be: 1 for the one that it is, else 0. `label` names the state. */
export function stateSet<State extends string>(
  label: string,
  states: readonly State[],
  state: State,
  labels: Labels = {},
): MetricSample[] {
  return states.map((each) => ({ labels: { ...labels, [label]: each }, value: each === state ? 1 : 0 }));
}
