import type { RequestHandler } from 'express';
import type { MetricFamily } from 'fleet-core/metrics/metric-family';
import type { PrometheusText } from './prometheus-text.ts';

/**
 * Answers `/metrics` with what is known now: nothing is read for it. What writes the text is loaded when it is first asked
 * for, and measures the process from then on.
 */
export function createMetricsHandler(families: () => readonly MetricFamily[]): RequestHandler {
  let loading: Promise<PrometheusText> | undefined;
  async function load(): Promise<PrometheusText> {
    const { createPrometheusText } = await import('./prometheus-text.ts');
    return createPrometheusText();
  }
  return async (_request, response) => {
    loading ??= load();
    const prometheus = await loading;
    response.set('Content-Type', prometheus.contentType).send(await prometheus.tell(families()));
  };
}
