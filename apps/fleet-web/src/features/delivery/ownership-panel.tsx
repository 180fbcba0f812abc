import './ownership-panel.css';
import type { DeliveryPosture } from 'fleet-core/contract/delivery';
import { Panel } from '../../components/panel.tsx';
import { countOf } from '../../format/count.ts';
import { capitalised } from '../../format/names.ts';

/** Who takes the queued deliveries, and whether it is one owner. */
export function OwnershipPanel({ posture }: { readonly posture: DeliveryPosture | null }) {
  if (posture === null) return <Panel title="Delivery ownership" name="ownership" />;
  const { status, message, enabled_process_count, enabled_hosts, owner_hosts } = posture;
  return (
    <Panel title="Delivery ownership" name="ownership" level={status}>
      <p className="posture-message">{capitalised(message)}</p>
      <dl className="facts">
        <div>
          <dt>Enabled hosts</dt>
          <dd>
            <Names names={enabled_hosts} none="none" />
          </dd>
        </div>
        <div>
          <dt>Owner values</dt>
          <dd>
            <Names names={owner_hosts} none="none set" />
          </dd>
        </div>
        <div>
          <dt>Delivery enabled</dt>
          <dd>{countOf(enabled_process_count, 'process', 'processes')}</dd>
        </div>
      </dl>
    </Panel>
  );
}

function Names({ names, none }: { readonly names: readonly string[]; readonly none: string }) {
  if (names.length === 0) return <span className="muted">{none}</span>;
  return (
    <ul className="names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
