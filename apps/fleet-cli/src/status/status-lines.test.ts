import { stripVTControlCharacters } from 'node:util';
import { judge } from 'fleet-core/testing/judge';
import { makeBucketOwner } from 'fleet-core/testing/make/make-bucket-owner';
import { makeProcessHealth } from 'fleet-core/testing/make/make-process-health';
import { failedReading, makeReading } from 'fleet-core/testing/make/make-reading';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { dynamicFleet, pinnedFleet } from 'fleet-core/testing/states/base-fleets';
import { describe, expect, it } from 'vitest';
import type { Page } from './page.ts';
import { statusLines } from './status-lines.ts';

const PLAIN: Page = { isColoured: false, width: null, mostRows: 20 };

/** The lines below a heading. */
function below(title: string, lines: readonly string[]): string[] {
  const begin = lines.indexOf(title) + 1;
  const end = lines.indexOf('', begin);
  return lines.slice(begin, end === -1 ? undefined : end);
}

const host = (n: number) => `host-${String(n).padStart(2, '0')}`;
const manyHosts = (count: number) =>
  dynamicFleet({
    process_health: makeReading(
      Array.from({ length: count }, (_, n) => makeProcessHealth({ host_id: host(n) })),
    ),
  });
const silent = dynamicFleet({
  process_health: makeReading([makeProcessHealth({ host_id: 'jetmon-a', updated_at_ms: NOW_MS - 900_000 })]),
});

describe('the status', () => {
  it('begins with the decision, and of what it is told', () => {
    const lines = statusLines(judge(dynamicFleet()), 4, PLAIN);
    expect(lines[0]).toMatch(/^✓ GREEN: Safe to continue/);
    expect(lines[1]).toMatch(/^ {2}Read 2026-.* UTC, 4s ago; answered by dashboard-1$/);
    expect(lines).not.toContain('Causes');
  });

  it('as planned has a mark of its own', () => {
    const lines = statusLines(judge(pinnedFleet(), {}, 'pinned'), 0, PLAIN);
    expect(lines[0]).toMatch(/AS PLANNED: Safe to continue: pinned as planned/);
    expect(below('Causes', lines)[0]).toMatch(/^◆ AS PLANNED /);
    expect(below('Checklist', lines)[1]).toMatch(/^◆ ownership: AS PLANNED, /);
  });

  it('a silent process is silent, whatever it last said', () => {
    const [titles, row] = below('Processes', statusLines(judge(silent), 0, PLAIN));
    expect(titles).toMatch(/^host +type +state +health +heartbeat +buckets +version$/);
    expect(row).toMatch(/^jetmon-a +monitor +running +silent +15m /);
  });

  it('of many rows it has the first, and tells how many more there are', () => {
    const snapshot = judge(manyHosts(21));
    expect(below('Processes', statusLines(snapshot, 0, PLAIN)).at(-1)).toBe('and 1 more');
    expect(below('Processes', statusLines(judge(manyHosts(20)), 0, PLAIN)).at(-1)).toMatch(/^host-19/);
    const all = { ...PLAIN, mostRows: Number.POSITIVE_INFINITY };
    expect(below('Processes', statusLines(snapshot, 0, all))).toHaveLength(22);
  });

  it('buckets that nobody owns, or several, stand above the owners', () => {
    const owners = [makeBucketOwner('jetmon-a', 0, 400), makeBucketOwner('jetmon-b', 350, 666)];
    const lines = below(
      'Buckets',
      statusLines(judge(dynamicFleet({ bucket_owners: makeReading(owners) })), 0, PLAIN),
    );
    expect(lines.slice(0, 3)).toEqual([
      '667 of 1,000 covered, dynamic',
      "nobody's: 667-999",
      'of several hosts: 350-400 (jetmon-a, jetmon-b)',
    ]);
    expect(lines.at(-1)).toMatch(/^ *350-666 +jetmon-b +owner row +active, heartbeat /);
  });

  it('what could not be read is ?, never 0', () => {
    const unread = { webhook_deliveries: failedReading(), bucket_owners: failedReading() };
    const lines = statusLines(judge(dynamicFleet(unread)), 0, PLAIN);
    expect(below('Deliveries', lines)[1]).toMatch(/^webhook +\? +\? +\? +\? +\? +\?$/);
    expect(below('Buckets', lines)[0]).toMatch(/^not known of 1,000 covered/);
  });

  it('keeps to the width of a terminal, but for commands, which are to be copied', () => {
    const lines = statusLines(judge(silent), 0, { ...PLAIN, width: 60 });
    const long = lines.flatMap((text) => text.split('\n')).filter((line) => line.length > 60);
    for (const line of long) expect(line).toMatch(/^ {9}/);
  });

  it('has colours where they are shown, and says the same without', () => {
    const plain = statusLines(judge(silent), 0, PLAIN);
    const coloured = statusLines(judge(silent), 0, { ...PLAIN, isColoured: true });
    expect(coloured.join('\n')).toContain('\u001b[31m');
    expect(coloured.map(stripVTControlCharacters)).toEqual(plain);
  });
});
