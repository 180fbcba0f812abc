import './new-version-notice.css';
import { useState } from 'react';
import { Button } from '../../components/button/button.tsx';

/** Says that the server has a newer page than this one. Whoever reads decides when to load it. */
export function NewVersionNotice({ buildId }: { readonly buildId: string | null }) {
  const [own, setOwn] = useState<string | null>(null);
  if (own === null && buildId !== null) setOwn(buildId);
  if (own === null || buildId === null || own === buildId) return null;
  return (
    <p role="status" className="new-version">
      There is a new version of this page <Button onClick={() => location.reload()}>Reload</Button>
    </p>
  );
}
