import './new-version-notice.css';
import { useState } from 'react';

/** Says that the server has a newer page than this one. Whoever reads decides when to load it. */
export function NewVersionNotice({ buildId }: { readonly buildId: string | null }) {
  const [own, setOwn] = useState<string | null>(null);
  if (own === null && buildId !== null) setOwn(buildId);
  if (own === null || buildId === null || own === buildId) return null;
  return (
    <p role="status" className="new-version">
      There is a new version of this page{' '}
      <button type="button" className="fold-button" onClick={() => location.reload()}>
        Reload
      </button>
    </p>
  );
}
