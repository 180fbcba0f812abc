import './data-source.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { DataAge } from '../../components/data-age.tsx';
import { useFreshness } from '../../components/freshness.ts';

/** Which fleet this is, how old its data is and who answered, where all of it stays in sight. */
export function DataSource({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  const environment = snapshot?.settings.environment ?? null;
  const host = snapshot?.served_by.host ?? '';
  return (
    <div className="data-source">
      {environment !== null && <p className="environment">{environment}</p>}
      <DataAgeLine />
      {host !== '' && <p className="answered-by">answered by {host}</p>}
    </div>
  );
}

function DataAgeLine() {
  const freshness = useFreshness();
  if (freshness.kind === 'loading') return <p className="data-age">waiting for data</p>;
  if (freshness.kind === 'missing') return <p className="data-age">no data</p>;
  return (
    <p className="data-age" data-testid="data-age">
      {freshness.kind === 'old' ? 'old data, read ' : 'data read '}
      <DataAge clock={freshness.clock} /> ago
    </p>
  );
}
