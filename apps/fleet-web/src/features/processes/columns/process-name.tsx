import './process-name.css';
import type { Process } from 'fleet-core/contract/process';
import { memo } from 'react';
import { processPlace } from '../../../components/handle/places.ts';
import { hostDashboardUrl } from '../../../format/host-dashboard-url.ts';
import { NAMELESS } from '../../../format/names.ts';
import { followsClick, placeAddress } from '../../../location/page-link.tsx';

type Props = Pick<Process, 'process_id' | 'host_id' | 'dashboard_port'> & {
  /** How the address of a host's own dashboard is made. */
  readonly urlTemplate: string;
  readonly isOpen: boolean;
};

/**
 * The name, a link that opens the process's panel as its whole row does, and the way to its host's own dashboard. Of a
 * row that changed it is drawn again only when it did itself.
 */
export const ProcessName = memo(function ProcessName(props: Props) {
  const { process_id, host_id, dashboard_port, urlTemplate, isOpen } = props;
  const url = hostDashboardUrl(urlTemplate, host_id, dashboard_port);
  return (
    <>
      <a
        className="process-name"
        href={placeAddress(processPlace(process_id))}
        onClick={followsClick}
        aria-expanded={isOpen}
        data-opens={process_id}
      >
        <bdi dir="ltr">{process_id || NAMELESS}</bdi>
      </a>
      {url !== null && (
        <a className="process-link" href={url} title={`Host dashboard of ${host_id}`}>
          <span aria-hidden="true">↗</span>
          <span className="visually-hidden">Host dashboard of {process_id || NAMELESS}</span>
        </a>
      )}
    </>
  );
});
