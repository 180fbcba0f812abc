import './page-footer.css';
import type { FleetSnapshot, Source } from 'fleet-core/contract/fleet-snapshot';
import { Handle } from '../../components/handle/handle.tsx';
import { ALL_CODES } from '../../components/handle/places.ts';
import { formatCount } from '../../format/count.ts';
import { formatUtc } from '../../format/utc-time.ts';

/** Where the data comes from: the reads behind it and the server that answered. */
export function PageFooter({ snapshot }: { readonly snapshot: FleetSnapshot }) {
  const { served_by, generated_at, sources } = snapshot;
  return (
    <footer className="page-footer">
      <p>
        Read {formatUtc(generated_at)} by the database's clock
        {served_by.host !== '' && ` · served by ${served_by.host}`}
        {served_by.version !== '' && `, version ${served_by.version}`}
        {served_by.build_id !== '' && `, build ${served_by.build_id}`}
        {' · '}
        <Handle to={ALL_CODES}>What codes mean</Handle>
      </p>
      <ul aria-label="Reads behind this page">
        {sources.map((source) => (
          <li key={source.name} data-ok={source.ok}>
            {sourceText(source)}
          </li>
        ))}
      </ul>
    </footer>
  );
}

function sourceText({ name, ok, duration_ms }: Source): string {
  const words = name.replaceAll('_', ' ');
  return ok ? `${words} ${formatCount(duration_ms)} ms` : `✕ ${words} not read`;
}
