import './copy-box.css';
import { useRef, useState } from 'react';
import { ScrollBox } from './scroll-box.tsx';

type Props = { readonly text: string; readonly label: string };

type Outcome = 'none' | 'copied' | 'selected';

const OUTCOMES: Record<Outcome, string> = {
  none: '',
  copied: 'Copied',
  selected: 'Selected: press Ctrl+C or ⌘C to copy',
};

/** A text to take away. Where the browser lends no clipboard, as over plain http, the text is selected instead. */
export function CopyBox({ text, label }: Props) {
  const code = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<{ of: string; kind: Outcome }>({ of: text, kind: 'none' });
  const copy = async () => {
    setOutcome({ of: text, kind: await copyText(text, code.current) });
  };
  return (
    <div className="copy-box">
      <ScrollBox label={label} className="copy-text">
        <pre>
          <code ref={code}>{text}</code>
        </pre>
      </ScrollBox>
      <button type="button" aria-label={`Copy ${label}`} onClick={() => void copy()}>
        Copy
      </button>
      <span role="status" className="copy-outcome">
        {outcome.of === text && OUTCOMES[outcome.kind]}
      </span>
    </div>
  );
}

async function copyText(text: string, shown: HTMLElement | null): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    if (shown !== null) getSelection()?.selectAllChildren(shown);
    return 'selected';
  }
}
