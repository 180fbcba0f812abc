import type { Starvation } from '../process/starvation.ts';
import type { Answer } from './poll-clients.ts';

/** The longest that a client waited, less what the machine kept us from running meanwhile. */
export function worstLatencyMs(answers: readonly Answer[], starvation: Starvation): number {
  let worst = 0;
  for (const { sentAtMs, latencyMs } of answers.toSorted((a, b) => b.latencyMs - a.latencyMs)) {
    if (latencyMs <= worst) break;
    worst = Math.max(worst, latencyMs - starvation.between(sentAtMs, sentAtMs + latencyMs));
  }
  return worst;
}

/** What is wrong with answers, each by itself and by the age of snapshots that were given as the present one. */
export function faultsOf(answers: readonly Answer[], oldestMs: number, starvation: Starvation): string[] {
  return answers.flatMap(({ wrong, generatedAtMs, sentAtMs, latencyMs }) => {
    if (wrong !== null) return [wrong];
    if (generatedAtMs === null) return [];
    const receivedAtMs = sentAtMs + latencyMs;
    const rawAgeMs = receivedAtMs - generatedAtMs;
    if (rawAgeMs <= oldestMs) return [];
    const ageMs = rawAgeMs - starvation.between(generatedAtMs, receivedAtMs);
    return ageMs > oldestMs ? [`a snapshot ${Math.round(ageMs)} ms old as the present one`] : [];
  });
}
