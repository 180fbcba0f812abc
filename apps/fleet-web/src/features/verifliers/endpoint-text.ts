import { NOT_READ } from '../../format/count.ts';

/** Where a vantage or an agent answers; a dash where it does not say. */
export function endpointText(endpoint: {
  readonly endpoint_host: string;
  readonly endpoint_port: string;
}): string {
  const { endpoint_host: host, endpoint_port: port } = endpoint;
  return host === '' ? NOT_READ : `${host}:${port || NOT_READ}`;
}
