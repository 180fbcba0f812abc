import './incident-dialog.css';
import { useEffect, useRef, useState } from 'react';
import type { FleetView } from '../../../api/view/fleet-view.ts';
import { Button } from '../../../components/button/button.tsx';
import { type CopyOutcome, copyText } from '../../../components/copy/copy-text.ts';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { incidentOf } from './incident-of.ts';

const OUTCOMES: Record<CopyOutcome, string> = {
  copied: 'Copied: paste it into the channel.',
  selected: 'Selected: press Ctrl+C or ⌘C to copy it.',
};

type Props = { readonly view: FleetView; readonly onClose: () => void };

/** Copies what the page shows as plain text as soon as it is opened, and shows what was copied. It stands still while it is read. */
export default function IncidentDialog({ view, onClose }: Props) {
  const [text, setText] = useState(() => incidentOf(view));
  const [outcome, setOutcome] = useState<CopyOutcome | null>(null);
  const shown = useRef<HTMLPreElement>(null);
  useEffect(() => {
    let isGone = false;
    void copyText(text, shown.current).then((kind) => isGone || setOutcome(kind));
    return () => {
      isGone = true;
    };
  }, [text]);
  return (
    <Dialog title="For the incident channel" className="incident-dialog" onClose={onClose}>
      <p role="status">{outcome !== null && OUTCOMES[outcome]}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll the text */}
      <pre ref={shown} className="incident-text" tabIndex={0}>
        {text}
      </pre>
      <p>
        <Button onClick={() => setText(incidentOf(view))}>Take the newest</Button>{' '}
        <Button onClick={() => window.print()}>Print</Button>
      </p>
    </Dialog>
  );
}
