import './rollup-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { rollupCards } from './rollup-cards.ts';

/** The fleet in a few numbers. */
export function RollupPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Fleet rollup" name="rollup" />;
  return (
    <Panel title="Fleet rollup" name="rollup">
      <ul className="cards">
        {rollupCards(snapshot).map((card) => (
          <li key={card.name} className="card" data-level={card.level}>
            <a className="card-name" href={card.href}>
              {card.name}
            </a>
            <span className="card-value">{card.value}</span>
            <span className="card-note">
              {card.level !== undefined && <StatusBadge level={card.level} />}
              <span>{card.note}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
