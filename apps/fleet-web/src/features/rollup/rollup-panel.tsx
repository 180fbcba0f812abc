import './rollup-panel.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { answerFace } from '../../components/status-face.ts';
import { type RollupCard, rollupCards } from './rollup-cards.ts';

/** The fleet in a few numbers. */
export function RollupPanel({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  if (snapshot === null) return <Panel title="Fleet rollup" name="rollup" />;
  return (
    <Panel title="Fleet rollup" name="rollup">
      <ul className="cards">
        {rollupCards(snapshot).map((card) => (
          <Card key={card.name} card={card} />
        ))}
      </ul>
    </Panel>
  );
}

function Card({ card }: { readonly card: RollupCard }) {
  return (
    <li className="card" data-tone={answerFace(card)?.token}>
      <span className="card-head">
        <a className="card-name" href={card.href}>
          {card.name}
        </a>
        {card.level !== undefined && <StatusBadge level={card.level} planned={card.planned} />}
      </span>
      <span className="card-value">{card.value}</span>
      <span className="card-note">{card.note}</span>
    </li>
  );
}
