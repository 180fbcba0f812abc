import './printed-report.css';
import { useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FleetView } from '../../../api/view/fleet-view.ts';
import { PrintedProcesses } from '../../../features/processes/printed-processes.tsx';
import { incidentOf } from './incident-of.ts';

/** What stands on paper in place of the page: the incident's text, and all processes in trouble. Drawn while it is printed. */
export default function PrintedReport({ view }: { readonly view: FleetView }) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    // The browser takes the page as it is when this returns.
    const begin = () => flushSync(() => setText(incidentOf(view)));
    const end = () => setText(null);
    const paper = window.matchMedia('print');
    const turn = ({ matches }: MediaQueryListEvent) => (matches ? begin() : end());
    paper.addEventListener('change', turn);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      paper.removeEventListener('change', turn);
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [view]);

  const isPrinting = text !== null;
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-printing', isPrinting);
  }, [isPrinting]);

  if (text === null) return null;
  const snapshot = view.kind === 'loading' ? null : (view.reading?.snapshot ?? null);
  return (
    <section className="printed" aria-label="As printed">
      <pre>{text}</pre>
      {snapshot !== null && <PrintedProcesses snapshot={snapshot} />}
    </section>
  );
}
