import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { HttpLoad, LoadResult } from './load-result.ts';

const UNIT_MS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/** Loads with `wrk`, the HTTP benchmark, on one thread. */
export async function loadWithWrk({ url, clients, seconds, headers }: HttpLoad): Promise<LoadResult> {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const args = ['-t1', `-c${clients}`, `-d${seconds}s`, '--timeout', '2s', '--latency', ...named, url];
  const { stdout } = await promisify(execFile)('wrk', args, { timeout: (seconds + 20) * 1000 });
  return readWrkOutput(stdout);
}

function readWrkOutput(output: string): LoadResult {
  const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0);
  const p99 = /99%\s+([\d.]+)(us|ms|s|m)\b/.exec(output);
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p99Ms: Number(p99?.[1] ?? Number.NaN) * (UNIT_MS[p99?.[2] ?? ''] ?? Number.NaN),
    requests: number(/(\d+) requests in/),
    timeouts: number(/timeout (\d+)/),
    failures:
      number(/Non-2xx or 3xx responses: (\d+)/) +
      number(/connect (\d+)/) +
      number(/read (\d+)/) +
      number(/write (\d+)/),
  };
}
