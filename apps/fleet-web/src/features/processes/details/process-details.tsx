import './process-details.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Button } from '../../../components/button/button.tsx';
import { DataAge } from '../../../components/data-age.tsx';
import { FreshnessOf } from '../../../components/freshness.ts';
import { CodeHandle } from '../../../components/handle/code-handle.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { hostDashboardUrl } from '../../../format/host-dashboard-url.ts';
import { issueKeys } from '../../../format/issue-keys.ts';
import { NAMELESS } from '../../../format/names.ts';
import { NoteLines } from '../columns/note-lines.tsx';
import { processNotes } from '../columns/process-notes.ts';
import { HealthBadge } from '../health-badge.tsx';
import { focusOpener } from './focus-opener.ts';
import { ProcessDependencies } from './process-dependencies.tsx';
import { ProcessFacts } from './process-facts.tsx';
import { ProcessJson } from './process-json.tsx';
import { type Known, useLastKnown } from './use-last-known.ts';

type Props = {
  readonly process_id: string;
  readonly snapshot: FleetSnapshot;
  readonly onClose: () => void;
};

/** All that is known of one process, beside the page, which stays usable. */
export function ProcessDetails({ process_id, snapshot, onClose }: Props) {
  const known = useLastKnown(process_id, snapshot);
  const box = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    // Whoever came by a link keeps the focus where the page begins.
    if (document.activeElement !== document.body) box.current?.focus();
  }, []);

  // Before the panel leaves the page, which would drop the focus.
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      if (element?.contains(document.activeElement)) focusOpener(process_id);
    };
  }, [process_id]);

  return (
    <dialog open ref={box} className="process-details" tabIndex={-1} aria-labelledby="process-details-name">
      <header>
        <h3 id="process-details-name">{process_id || NAMELESS}</h3>
        <Button onClick={onClose}>
          Close <kbd>Esc</kbd>
        </Button>
      </header>
      {known.kind === 'never' ? (
        <p className="details-warning">? This process is not in the snapshot</p>
      ) : (
        <FreshnessOf value={known.freshness}>
          <OldNote known={known} />
          <Body known={known} snapshot={snapshot} />
        </FreshnessOf>
      )}
    </dialog>
  );
}

type KnownProcess = Exclude<Known, { kind: 'never' }>;

function OldNote({ known }: { readonly known: KnownProcess }) {
  const { kind, freshness } = known;
  if (freshness.kind !== 'old') return null;
  return (
    <p className="details-warning">
      {kind === 'gone' ? '? No longer in the snapshot. Last known values' : '? Old values'}, read{' '}
      <DataAge clock={freshness.clock} /> ago
    </p>
  );
}

function Body({ known, snapshot }: { readonly known: KnownProcess; readonly snapshot: FleetSnapshot }) {
  const { process } = known;
  const { settings, summary } = snapshot;
  const issues = summary.issue_details.filter((issue) => issue.subject === process.process_id);
  const keys = issueKeys(issues);
  const url = hostDashboardUrl(settings.host_dashboard_url, process.host_id, process.dashboard_port);
  return (
    <div data-old={known.kind === 'gone' || undefined}>
      <p className="details-health">
        <HealthBadge process={process} />
        <NoteLines notes={processNotes(process)} oneLine={false} />
      </p>
      {issues.length > 0 && (
        <ul className="details-issues" aria-label="Issues of this process">
          {issues.map((issue, place) => (
            <li key={keys[place]}>
              <StatusBadge level={issue.severity} /> {issue.message} <CodeHandle code={issue.code} />
            </li>
          ))}
        </ul>
      )}
      {url !== null && (
        <p>
          <a href={url}>Host dashboard of {process.host_id}</a>
        </p>
      )}
      <ProcessFacts process={process} read_at={known.read_at} versions={snapshot.versions} />
      <ProcessDependencies process={process} read_at={known.read_at} />
      <ProcessJson process={process} read_at={known.read_at} />
    </div>
  );
}
