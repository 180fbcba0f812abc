import { setImmediate as nextTurn } from 'node:timers/promises';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Issue } from 'fleet-core/contract/issue';
import type { Process } from 'fleet-core/contract/process';
import { growingBytes } from './growing-bytes.ts';
import { createProcessTexts } from './process-texts.ts';

/** A millisecond or two of work, where each of them is encoded anew. */
const ROWS_PER_TURN = 100;

/** Lists stand in the snapshot or in its sections; what lies deeper is short. */
const DEPTH_OF_LISTS = 2;

/** What the next snapshot of the same fleet may have more than this one, without more memory being asked for. */
const ROOM_TO_GROW = 65_536;

/**
 * Makes snapshots into JSON text in UTF-8, held to the contract: rejects with a `$ZodError` at a breach, which is a fault of
 * ours. The rows of processes, owners and hosts, nearly all of a large fleet's text, are written as they are: that core
 * makes them as the contract has it is held by its types and tests. A process that is as it was in the last snapshot is
 * not encoded anew. Lists are written a few rows at a time: other requests are answered in between, and no second
 * snapshot and no text of all of it ever lie in memory.
 */
export function createSnapshotJson(): (snapshot: FleetSnapshot) => Promise<Buffer> {
  const texts = createProcessTexts();
  let lastLength = 0;

  return async (snapshot) => {
    const text = growingBytes(lastLength + ROOM_TO_GROW);
    const known = texts.begin(text);
    const { processes, summary } = snapshot;
    const ownWays = new Map<unknown, () => Promise<void>>([
      [processes, () => addRows(processes, addProcesses)],
      [summary.issue_details, () => addRows(summary.issue_details, addIssues)],
    ]);
    function addWhole(value: unknown): void {
      text.add(JSON.stringify(value));
    }
    function addAsTheyAre(rows: readonly unknown[]): void {
      text.add(JSON.stringify(rows).slice(1, -1));
    }
    function addIssues(issues: readonly Issue[]): void {
      addAsTheyAre(issues.map((issue) => Issue.parse(issue)));
    }
    function addProcesses(rows: readonly Process[]): void {
      for (const [i, process] of rows.entries()) {
        if (i > 0) text.add(',');
        known.add(process);
      }
    }
    async function addRows<T>(rows: readonly T[], add: (some: readonly T[]) => void): Promise<void> {
      text.add('[');
      for (let from = 0; from < rows.length; from += ROWS_PER_TURN) {
        if (from > 0) text.add(',');
        if (from > 0) await nextTurn();
        add(rows.slice(from, from + ROWS_PER_TURN));
      }
      text.add(']');
    }
    async function addInParts(value: object, depth = 0): Promise<void> {
      const ownWay = ownWays.get(value);
      if (ownWay !== undefined) return ownWay();
      if (Array.isArray(value)) return addRows(value, addAsTheyAre);
      if (depth === DEPTH_OF_LISTS) return addWhole(value);
      let separator = '{';
      for (const [name, field] of Object.entries(value)) {
        if (field === undefined) continue;
        text.add(`${separator}${JSON.stringify(name)}:`);
        if (typeof field === 'object' && field !== null) await addInParts(field, depth + 1);
        else addWhole(field);
        separator = ',';
      }
      text.add(separator === '{' ? '{}' : '}');
    }

    const parts = checked(snapshot);
    await nextTurn();
    await addInParts(parts);
    known.keep();
    lastLength = text.length();
    return text.bytes();
  };
}

/** The snapshot as the contract has it, with the lists that are not checked here, or not at once, as they are. */
function checked(snapshot: FleetSnapshot): FleetSnapshot {
  const { processes, bucket_coverage, rollout, summary } = snapshot;
  const rest = FleetSnapshot.parse({
    ...snapshot,
    processes: [],
    bucket_coverage: { ...bucket_coverage, hosts: [], pinned: [] },
    rollout: rollout === null ? null : { ...rollout, hosts: [] },
    summary: { ...summary, issue_details: [] },
  });
  const { hosts, pinned } = bucket_coverage;
  return {
    ...rest,
    processes,
    bucket_coverage: { ...rest.bucket_coverage, hosts, pinned },
    rollout: rest.rollout === null || rollout === null ? null : { ...rest.rollout, hosts: rollout.hosts },
    summary: { ...rest.summary, issue_details: summary.issue_details },
  };
}
