import type { RolloutHost } from 'fleet-core/contract/rollout';
import { useId, useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { countOf } from '../../format/count.ts';
import { HostStop } from './host-stop.tsx';
import { phaseLook } from './phase-look.ts';

/** Hosts that are alike as one stop, which shows each of them when it is opened. */
export function GroupStop({ hosts }: { readonly hosts: readonly [RolloutHost, ...RolloutHost[]] }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [{ host_id, phase, version }] = hosts;
  const { glyph, word } = phaseLook(phase);
  return (
    <>
      <Button
        className="stop"
        data-phase={phase}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="stop-phase">
          <span aria-hidden="true">{glyph}</span> {word}
        </span>
        <b className="stop-host">{countOf(hosts.length, 'host')}</b>
        <span className="stop-holds">
          {host_id} … {hosts.at(-1)?.host_id}
          <span className="muted"> · {version ?? 'no version'}</span>
        </span>
      </Button>
      {isOpen && (
        <ul id={id} className="stops" aria-label={`${word}, ${version ?? 'no version'}`}>
          {hosts.map((host) => (
            <li key={host.host_id}>
              <HostStop host={host} isNext={false} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
