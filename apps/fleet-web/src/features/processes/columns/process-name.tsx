import './process-name.css';
import type { Settings } from 'fleet-core/contract/fleet-snapshot';
import type { Process } from 'fleet-core/contract/process';
import { Button } from '../../../components/button/button.tsx';
import { hostDashboardUrl } from '../../../format/host-dashboard-url.ts';

type Props = { readonly process: Process; readonly settings: Settings; readonly isOpen: boolean };

/** The name, which opens the process's panel, and the way to its host's own dashboard. */
export function ProcessName({ process, settings, isOpen }: Props) {
  const { process_id, host_id, dashboard_port } = process;
  const url = hostDashboardUrl(settings.host_dashboard_url, host_id, dashboard_port);
  return (
    <>
      <Button look="text" className="process-name" aria-expanded={isOpen} data-opens={process_id}>
        {process_id}
      </Button>
      {url !== null && (
        <a className="process-link" href={url} title={`Host dashboard of ${host_id}`}>
          <span aria-hidden="true">↗</span>
          <span className="visually-hidden">Host dashboard of {process_id}</span>
        </a>
      )}
    </>
  );
}
