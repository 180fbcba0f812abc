import { expect, it } from 'vitest';
import { after, deleteProcesses, isMonitor, on, setProcesses } from '../../testing/change-readings.ts';
import { judge } from '../../testing/judge.ts';
import { discovering, makeVerifliers } from '../../testing/make/make-verifliers.ts';
import { secondsAgo } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';
import { discoveryMode } from './discovery-modes.ts';

it.each([
  ['veriflier-discovery:active', 'active'],
  ['veriflier-discovery:shadow enabled=2 usable=1 agents=1', 'shadow'],
  ['  veriflier-discovery: active\tx', 'active'],
  ['veriflier-discovery:Active', 'Active'],
  ['veriflier-discovery:', undefined],
  ['veriflier-discovery: ', undefined],
  ['veriflier-discovery', undefined],
  ['Veriflier-discovery:active', undefined],
  ['x veriflier-discovery:active', undefined],
])('the dependency "%s" tells of the mode %s', (dependency, mode) => {
  expect(discoveryMode(dependency)).toBe(mode);
});

const fleet = { ...dynamicFleet(), ...makeVerifliers() };
const modesAfter = (...changes: Parameters<typeof setProcesses>[]) =>
  judge(after(fleet, ...changes.map((change) => setProcesses(...change)))).verifliers?.discovery_modes;

it('modes are listed by name with the monitors that report them, each once', () => {
  const twice = {
    dependency_health: ['active enabled=1', 'active enabled=2'].map((mode) => ({
      name: `veriflier-discovery:${mode}`,
      status: 'green',
    })),
  };
  expect(modesAfter([discovering('shadow'), isMonitor], [twice, on('jetmon-a')])).toEqual([
    { mode: 'active', process_count: 1, hosts: ['jetmon-a'] },
    { mode: 'shadow', process_count: 2, hosts: ['jetmon-b', 'jetmon-c'] },
  ]);
});

it.each([
  [600, ['jetmon-a']],
  [600.001, []],
])('a monitor that was last heard %d s ago counts up to the grace of 10m', (ageSec, hosts) => {
  const reported = modesAfter([
    { ...discovering('active'), updated_at_ms: secondsAgo(ageSec) },
    on('jetmon-a'),
  ]);
  expect(reported?.flatMap((mode) => mode.hosts)).toEqual(hosts);
});

it('only monitors count', () => {
  expect(modesAfter([discovering('active'), (row) => !isMonitor(row)])).toEqual([]);
});

it('where no process is left, no mode is visible', () => {
  const { verifliers } = judge(
    after(
      fleet,
      deleteProcesses(() => true),
    ),
  );
  expect(verifliers).toMatchObject({ discovery_modes: [], status: 'green' });
});
