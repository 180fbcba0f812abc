/** What one number of a metric is of. */
export type Labels = Readonly<Record<string, string>>;

export type MetricSample = { readonly labels: Labels; readonly value: number };

/** A metric with the numbers that it has now: none of them where nothing is known, which is another thing than 0. */
export type MetricFamily = {
  readonly name: string;
  readonly help: string;
  readonly kind: 'gauge' | 'counter';
  readonly samples: readonly MetricSample[];
};
