import { describe, expect, it } from 'vitest';
import { makeDeliverer, makeProcessHealth } from '../../testing/make/make-process-health.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { judgeProcesses } from '../processes/processes.ts';
import { checkService, onHost, serviceOf } from './steps.ts';

describe('a step on hosts', () => {
  it.each([
    [[], undefined, 'On the host concerned: is it up?'],
    [['a'], 'a', 'On a: is it up?'],
    [['a', 'b'], 'a', 'On a, then on b: is it up?'],
    [['a', 'b', 'c'], 'a', 'On a, then on the 2 others: is it up?'],
  ])('of %j begins on the first, and goes on to the others', (hosts, on_host, text) => {
    const step = onHost({ hosts, service: 'x' }, 'is it up?', 'uptime');
    expect(step).toEqual({
      text,
      command: { kind: 'shell', text: 'uptime' },
      ...(on_host === undefined ? {} : { on_host }),
    });
  });

  it('asks for the service that runs there', () => {
    expect(checkService({ hosts: ['a'], service: 'jetmon-deliverer' }).command?.text).toBe(
      'systemctl status jetmon-deliverer',
    );
  });
});

it.each([
  ['monitors', [makeProcessHealth()], 'jetmon2'],
  ['deliverers', [makeDeliverer()], 'jetmon-deliverer'],
  ['a monitor beside a deliverer', [makeProcessHealth(), makeDeliverer()], 'jetmon2'],
  ['nobody who is known', [], 'jetmon2'],
])('the service of %s', (_, rows, service) => {
  expect(serviceOf(judgeProcesses(rows, NOW_MS, 600))).toBe(service);
});
