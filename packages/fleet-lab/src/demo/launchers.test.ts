import { expect, test } from 'vitest';
import { areLaunchersThere, launchersOf, type ProcessLookup, type SystemProcess } from './launchers.ts';

const DEMO = 50;
const started = (processes: Record<number, SystemProcess>): ProcessLookup => {
  return (pid) => processes[pid] ?? null;
};
const byNpx: Record<number, SystemProcess> = {
  50: { parent: 40, command: ['node', 'main.ts'] },
  40: { parent: 30, command: ['sh', '-c', 'node main.ts'] },
  30: { parent: 20, command: ['/usr/bin/pnpm', 'demo'] },
  20: { parent: 10, command: ['sh', '-c', 'pnpm demo'] },
  10: { parent: 5, command: ['npm exec pnpm@12 demo --scenario a/b'] },
  5: { parent: 1, command: ['bash', '-c', 'npx --yes pnpm@12 demo'] },
};

test("launchers are npx, pnpm and the shells between, but not the user's own shell", () => {
  expect(launchersOf(DEMO, started(byNpx))).toEqual([40, 30, 20, 10]);
});

test('a package manager that runs as a node script is a launcher', () => {
  const command = ['/usr/bin/node', '/usr/lib/node_modules/npm/bin/npx-cli.js', 'demo'];
  const lookUp = started({ 50: { parent: 9, command: ['node'] }, 9: { parent: 1, command } });
  expect(launchersOf(DEMO, lookUp)).toEqual([9]);
});

test('a demo that was started by hand has no launchers, and then none is missed', () => {
  const lookUp = started({ 50: { parent: 5, command: ['node'] }, 5: { parent: 1, command: ['bash'] } });
  expect(launchersOf(DEMO, lookUp)).toEqual([]);
  expect(areLaunchersThere(DEMO, [], lookUp)).toBe(true);
});

test('the end of any launcher is noticed, the outermost included', () => {
  const launchers = launchersOf(DEMO, started(byNpx));
  expect(areLaunchersThere(DEMO, launchers, started(byNpx))).toBe(true);
  for (const [orphan, facts] of Object.entries(byNpx)) {
    if (orphan === '5' || orphan === '10') continue;
    const adopted = { ...byNpx, [orphan]: { ...facts, parent: 1 } };
    expect(areLaunchersThere(DEMO, launchers, started(adopted))).toBe(false);
  }
});
