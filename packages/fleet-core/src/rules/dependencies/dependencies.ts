import type { Dependency } from '../../contract/dependency.ts';
import { LEVELS, type Level, levelOf, worstLevel } from '../../contract/level.ts';
import type { DependencyEntry } from '../../contract/process.ts';
import type { Closed } from '../../contract/scalars.ts';
import { byCodePoint } from '../code-point-order.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** The name under which an entry counts. */
export function dependencyName(entry: DependencyEntry): string {
  return entry.name.trim() || 'unknown';
}

/** An entry whose status is none of the three words needs a look: amber. */
export function entryLevel(entry: DependencyEntry): Level {
  return levelOf(entry.status) ?? 'amber';
}

type Tally = { counts: Record<Level, number>; stale: number; redError: string; amberError: string };

/** What all processes, silent ones too, say of each dependency; the worst first. */
export function judgeDependencies(processes: readonly JudgedProcess[]): Closed<Dependency>[] {
  const tallies = new Map<string, Tally>();
  for (const { process } of processes) {
    for (const entry of process.dependency_health) {
      const name = dependencyName(entry);
      const tally = tallies.get(name) ?? emptyTally();
      tallies.set(name, tally);
      addEntry(tally, entry, process.stale);
    }
  }
  return [...tallies].map(([name, tally]) => toDependency(name, tally)).sort(worstFirst);
}

function emptyTally(): Tally {
  return { counts: { green: 0, amber: 0, red: 0 }, stale: 0, redError: '', amberError: '' };
}

/** The latest error of a red entry is kept, and the first of one that says amber itself. */
function addEntry(tally: Tally, entry: DependencyEntry, stale: boolean): void {
  const level = entryLevel(entry);
  tally.counts[level] += 1;
  if (stale) tally.stale += 1;
  if (level === 'red') tally.redError = entry.last_error || tally.redError;
  if (entry.status === 'amber') tally.amberError ||= entry.last_error ?? '';
}

function toDependency(name: string, { counts, stale, redError, amberError }: Tally): Closed<Dependency> {
  const last_error = redError || amberError;
  return {
    name,
    status: worstLevel(LEVELS.filter((level) => counts[level] > 0)),
    red_count: counts.red,
    amber_count: counts.amber,
    green_count: counts.green,
    stale_count: stale,
    ...(last_error === '' ? {} : { last_error }),
  };
}

function worstFirst(a: Closed<Dependency>, b: Closed<Dependency>): number {
  return LEVELS.indexOf(b.status) - LEVELS.indexOf(a.status) || byCodePoint(a.name, b.name);
}
