import './page-header.css';
import type { Settings } from 'fleet-core/contract/fleet-snapshot';
import { DataAge } from '../components/data-age.tsx';
import { useFreshness } from '../components/freshness.ts';
import { webAddress } from '../format/host-dashboard-url.ts';
import { PageControls } from './page-controls.tsx';

/** What page this is, how old its data is, and the way to the host dashboards. */
export function PageHeader({ settings }: { readonly settings: Settings | null }) {
  const environment = settings?.environment ?? null;
  const home = webAddress(settings?.host_dashboard_home ?? '');
  return (
    <header className="page-header">
      <h1>
        <span className="product">Jetmon 2</span> Fleet dashboard
      </h1>
      {environment !== null && <p className="environment">{environment}</p>}
      <DataAgeLine />
      {home !== null && (
        <nav aria-label="Dashboards">
          <a href={home}>Host dashboard</a>
        </nav>
      )}
      <PageControls />
    </header>
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
