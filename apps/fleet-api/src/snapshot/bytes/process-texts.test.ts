import fc from 'fast-check';
import type { Process } from 'fleet-core/contract/process';
import { judgeProcesses } from 'fleet-core/rules/processes/processes';
import { makeProcessHealth, type ProcessOverrides } from 'fleet-core/testing/make/make-process-health';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { expect, it } from 'vitest';
import { growingBytes } from './growing-bytes.ts';
import { createProcessTexts } from './process-texts.ts';

/** Writes one snapshot's processes after another's; each tells its text and how many were encoded anew. */
function writeAgain() {
  const texts = createProcessTexts();
  return (processes: readonly Process[]) => {
    const text = growingBytes();
    const known = texts.begin(text);
    text.add('[');
    const encoded = processes.filter((process, i) => {
      if (i > 0) text.add(',');
      return known.add(process);
    });
    text.add(']');
    known.keep();
    return { text: text.bytes().toString(), encoded: encoded.length };
  };
}

const judged = (rows: ReturnType<typeof makeProcessHealth>[], nowMs = NOW_MS) =>
  judgeProcesses(rows, nowMs, 30).map(({ process }) => process);

it.each([0, 1, 7, 100])(
  'of 100 processes of which %i have changed, as many are encoded anew, whatever their ages',
  (changed) => {
    const write = writeAgain();
    const rows = Array.from({ length: 100 }, (_, i) => makeProcessHealth({ host_id: `jetmon-ü-${i}` }));
    expect(write(judged(rows)).encoded).toBe(100);
    const later = rows.map((row, i) =>
      i < changed ? { ...row, reported: { ...row.reported, queue_depth: 1 } } : row,
    );
    const processes = judged(later, NOW_MS + 5000);
    expect(write(processes)).toEqual({ text: JSON.stringify(processes), encoded: changed });
  },
);

it.each<[string, ProcessOverrides]>([
  ['a word', { health_status: 'red' }],
  ['a number', { rss_mem_mb: null }],
  ['the heartbeat', { updated_at_ms: NOW_MS - 3000 }],
  ['the dependencies', { dependency_health: [] }],
])('a process of which %s has changed is encoded anew', (_, change) => {
  const write = writeAgain();
  write(judged([makeProcessHealth()]));
  const [process] = judged([makeProcessHealth(change)]);
  expect(write(process === undefined ? [] : [process])).toEqual({
    text: JSON.stringify([process]),
    encoded: 1,
  });
});

it('a process that has become stale by nothing but time is told so', () => {
  const write = writeAgain();
  const rows = [makeProcessHealth()];
  write(judged(rows));
  const processes = judged(rows, NOW_MS + 60_000);
  expect(processes).toMatchObject([{ stale: true }]);
  expect(write(processes)).toEqual({ text: JSON.stringify(processes), encoded: 1 });
});

it('a snapshot that was not written to its end is not copied from', () => {
  const texts = createProcessTexts();
  const [process] = judged([makeProcessHealth()]);
  if (process === undefined) throw new Error('there is a process');
  texts.begin(growingBytes()).add(process);
  expect(texts.begin(growingBytes()).add(process)).toBe(true);
});

it('whatever was written before, a snapshot is written as if it were the first', () => {
  const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
  const lists = [[], [{ name: 'mysql', status: 'gr\u00fcn' }]];
  const row = fc
    .record({
      host_id: oneOf('a', 'b', '\u{1f600}'),
      state: oneOf('running', 'stopped', '"}'),
      queue_depth: oneOf(0, 1),
      updated_at_ms: oneOf(NOW_MS, NOW_MS - 29_000, null),
      dependency_health: oneOf(...lists),
    })
    .map(makeProcessHealth);
  const snapshot = fc.record({
    rows: fc.array(row, { maxLength: 4 }),
    laterSec: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(snapshot, { maxLength: 6 }), (snapshots) => {
      const write = writeAgain();
      for (const { rows, laterSec } of snapshots) {
        const processes = judged(rows, NOW_MS + laterSec * 1000);
        const { text } = write(processes);
        expect(text).toBe(writeAgain()(processes).text);
        // Written anew, because a character beyond Latin-1 stands there as an escape.
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(processes));
      }
    }),
  );
});
