import { type Agent, request } from 'node:http';

/** One answer, read to its end but not decoded. */
export type TimedAnswer = {
  readonly status: number;
  readonly bytes: number;
  readonly etag: string | undefined;
  readonly ms: number;
};

/** A client of a load gives up after this long. */
export const CLIENT_TIMEOUT_MS = 2000;
const PATIENCE_MS = 30_000;

/** Asks once. Rejects when the connection breaks, or with a `TimeoutError` after `timeoutMs`. */
export function ask(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  agent?: Agent,
  timeoutMs = PATIENCE_MS,
): Promise<TimedAnswer> {
  const startMs = performance.now();
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const asking = request(
      url,
      { headers, signal, ...(agent === undefined ? {} : { agent }) },
      (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            bytes,
            etag: response.headers.etag,
            ms: performance.now() - startMs,
          }),
        );
      },
    );
    asking.on('error', reject);
    asking.end();
  });
}
