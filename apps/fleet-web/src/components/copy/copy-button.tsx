import './copy-button.css';
import { type ReactNode, type RefObject, useState } from 'react';
import { Button } from '../button/button.tsx';
import { type CopyOutcome, copyText } from './copy-text.ts';

type Props = {
  readonly text: string;
  /** Where the text is shown, to be selected there if it cannot be copied. */
  readonly shown: RefObject<HTMLElement | null>;
  /** The button's name, where what it says is too short to be one. */
  readonly label?: string;
  readonly children: ReactNode;
};

const OUTCOMES: Record<CopyOutcome, string> = {
  copied: 'Copied',
  selected: 'Selected: press Ctrl+C or ⌘C to copy',
};

/** Copies a text and says whether that worked. */
export function CopyButton({ text, shown, label, children }: Props) {
  const [outcome, setOutcome] = useState<{ of: string; kind: CopyOutcome } | null>(null);
  const copy = async () => setOutcome({ of: text, kind: await copyText(text, shown.current) });
  return (
    <>
      <Button aria-label={label} onClick={() => void copy()}>
        {children}
      </Button>{' '}
      <span role="status" className="copy-outcome">
        {outcome?.of === text && OUTCOMES[outcome.kind]}
      </span>
    </>
  );
}
