import { cleanup, render, screen, within } from '@testing-library/react';
import { failedReading } from 'fleet-core/testing/make/make-reading';
import { makeSnapshot } from 'fleet-core/testing/make/make-snapshot';
import { makeAgent, makeVantage, makeVerifliers } from 'fleet-core/testing/make/make-verifliers';
import { secondsAgo } from 'fleet-core/testing/make/now';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeQuery } from '../../location/page-query.ts';
import VerifliersPanel from './verifliers-panel.tsx';

beforeEach(() => changeQuery({ open: 'verifliers' }));

afterEach(() => {
  cleanup();
  changeQuery({ open: null });
});

function show(readings: Parameters<typeof makeSnapshot>[0]): void {
  const snapshot = makeSnapshot(readings);
  if (snapshot.verifliers === null) throw new Error('the snapshot has no verifliers');
  render(<VerifliersPanel verifliers={snapshot.verifliers} snapshot={snapshot} />);
}

const rowOf = (name: RegExp) => screen.getByRole('row', { name });

describe('the verifliers', () => {
  it('are told with their verdict, and what they do', () => {
    show(makeVerifliers());
    expect(screen.getByText('1 usable vantage, 1 fresh agent')).toBeDefined();
    expect(screen.getByText('no monitor reports it')).toBeDefined();
    expect(screen.getByText('2 active, 1 in flight of 64 at once')).toBeDefined();
    expect(within(rowOf(/^agent-1 veriflier-1/)).getByText('1 of 64')).toBeDefined();
  });

  it.each([
    [{}, 'usable'],
    [{ enabled: false, endpoint_host: '' }, 'disabled'],
    [{ endpoint_port: '', auth_token_present: false }, 'incomplete, no endpoint port, no token'],
  ])('a vantage says whether it can be used: %j', (overrides, text) => {
    show(makeVerifliers([makeVantage(overrides)], []));
    expect(within(rowOf(/^eu-west eu, p1/)).getByText(text)).toBeDefined();
  });

  it('an agent that was never seen is no agent seen just now', () => {
    show(makeVerifliers(undefined, [makeAgent({ last_seen_ms: null }), makeAgent({ agent_id: 'b' })]));
    expect(within(rowOf(/^agent-1/)).getByText('never')).toBeDefined();
    expect(within(rowOf(/^agent-1/)).getByText(/STALE/i)).toBeDefined();
    expect(within(rowOf(/^b/)).queryByText(/STALE/i)).toBeNull();
  });

  it('protocols that cannot be read are not none', () => {
    const agents = [makeAgent({ protocols: null }), makeAgent({ agent_id: 'b', protocols: [] })];
    show(makeVerifliers(undefined, agents));
    expect(within(rowOf(/^agent-1/)).getByText('cannot be read')).toBeDefined();
    expect(within(rowOf(/^b/)).getByText('none')).toBeDefined();
  });

  it('an agent of a vantage that is not enabled says so', () => {
    show(makeVerifliers([], [makeAgent({ last_seen_ms: secondsAgo(5) })]));
    expect(within(rowOf(/^agent-1/)).getByText('not enabled')).toBeDefined();
  });

  it('that could not be read are said not to be, without a number', () => {
    show({ verifliers: failedReading() });
    expect(screen.getByText('verifliers could not be read')).toBeDefined();
    expect(screen.queryByText(/fresh/)).toBeNull();
    expect(screen.queryByText('No vantage is registered')).toBeNull();
  });

  it('rows that could not be decoded are named', () => {
    show(makeVerifliers(undefined, undefined, ['vantage x']));
    expect(screen.getByText('Rows that cannot be read: vantage x')).toBeDefined();
  });
});
