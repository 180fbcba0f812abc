import type { MetricFamily } from 'fleet-core/metrics/metric-family';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Gauges that are named as counters are, and whose numbers are told by others with their types. */
const MISNAMED = [
  'nodejs_active_resources_total',
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
];

export type PrometheusText = {
  readonly contentType: string;
  /** These numbers and those of the process, in the text format of Prometheus. */
  tell(families: readonly MetricFamily[]): Promise<string>;
};

/** From now on the process itself is measured as well. */
export function createPrometheusText(): PrometheusText {
  const ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  for (const name of MISNAMED) ofProcess.removeSingleMetric(name);
  return {
    contentType: ofProcess.contentType,
    async tell(families) {
      // Made anew each time, so that nothing is left of what is no longer known.
      const fleet = new Registry();
      for (const family of families) addFamily(fleet, family);
      return `${await fleet.metrics()}\n${await ofProcess.metrics()}`;
    },
  };
}

function addFamily(registry: Registry, { name, help, kind, samples }: MetricFamily): void {
  const [first] = samples;
  // Without a label it would be told as 0.
  if (first === undefined) return;
  const metric = { name, help, labelNames: Object.keys(first.labels), registers: [registry] };
  if (kind === 'counter') {
    const counter = new Counter(metric);
    for (const { labels, value } of samples) counter.inc(labels, value);
  } else {
    const gauge = new Gauge(metric);
    for (const { labels, value } of samples) gauge.set(labels, value);
  }
}
