import './data-source.css';
import type { Settings } from 'fleet-core/contract/fleet-snapshot';
import { DataAge } from '../../components/data-age.tsx';
import { useFreshness } from '../../components/freshness.ts';

/** Which fleet this is and how old its data is, where both stay in sight. */
export function DataSource({ settings }: { readonly settings: Settings | null }) {
  const environment = settings?.environment ?? null;
  return (
    <div className="data-source">
      {environment !== null && <p className="environment">{environment}</p>}
      <DataAgeLine />
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
