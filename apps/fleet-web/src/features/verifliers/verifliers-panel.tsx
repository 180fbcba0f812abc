import './verifliers-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Verifliers } from 'fleet-core/contract/verifliers';
import { Empty, Panel } from '../../components/panel.tsx';
import { answerTo } from '../../format/answer-to.ts';
import { countOf, formatCount } from '../../format/count.ts';
import { capitalised } from '../../format/names.ts';
import { AgentTable } from './agent-table.tsx';
import { VantageTable } from './vantage-table.tsx';

type Props = { readonly verifliers: Verifliers; readonly snapshot: FleetSnapshot };

/** From where sites are verified, by whom, and whether the monitors go by it. */
export default function VerifliersPanel({ verifliers, snapshot }: Props) {
  const { vantages, agents, error, message, unreadable_rows } = verifliers;
  return (
    <Panel
      title="Verifliers"
      name="verifliers"
      {...answerTo('verifliers', snapshot)}
      fact={error === undefined ? capitalised(message) : undefined}
      error={error}
    >
      <Figures verifliers={verifliers} />
      {unreadable_rows.length > 0 && (
        <p className="verifliers-unread">Rows that cannot be read: {unreadable_rows.join(', ')}</p>
      )}
      {error === undefined && vantages.length === 0 && <Empty>No vantage is registered</Empty>}
      {vantages.length > 0 && <VantageTable vantages={vantages} />}
      {agents.length > 0 && <AgentTable agents={agents} />}
    </Panel>
  );
}

/** Who goes by the registry, and what all agents together can do and are doing. */
function Figures({ verifliers }: { readonly verifliers: Verifliers }) {
  const { discovery_modes, total_agents, in_flight, max_concurrency, queue_depth, queue_capacity } =
    verifliers;
  return (
    <dl className="verifliers-figures">
      <div>
        <dt>Discovery</dt>
        {discovery_modes.length === 0 && <dd>no monitor reports it</dd>}
        {discovery_modes.map(({ mode, process_count, hosts }) => (
          <dd key={mode} title={hosts.join(', ')}>
            <b>{mode}</b> on {countOf(process_count, 'monitor')}
          </dd>
        ))}
      </div>
      {total_agents !== null && (
        <>
          <div>
            <dt>Agents</dt>
            <dd>
              {formatCount(verifliers.fresh_agents)} fresh, {formatCount(verifliers.stale_agents)} stale
            </dd>
          </div>
          <div>
            <dt>Checks</dt>
            <dd>
              {formatCount(verifliers.active_checks)} active, {formatCount(in_flight)} in flight of{' '}
              {formatCount(max_concurrency)} at once
            </dd>
          </div>
          <div>
            <dt>Queue</dt>
            <dd>
              {formatCount(queue_depth)} of {formatCount(queue_capacity)}
            </dd>
          </div>
        </>
      )}
    </dl>
  );
}
