import './page-header.css';
import type { Settings } from 'fleet-core/contract/fleet-snapshot';
import { webAddress } from '../../format/host-dashboard-url.ts';

/** What page this is, and the way to the host dashboards. */
export function PageHeader({ settings }: { readonly settings: Settings | null }) {
  const home = webAddress(settings?.host_dashboard_home ?? '');
  return (
    <header className="page-header">
      <h1>
        <span className="product">Jetmon 2</span> Fleet dashboard
      </h1>
      {home !== null && (
        <nav aria-label="Dashboards">
          <a href={home}>Host dashboard</a>
        </nav>
      )}
    </header>
  );
}
