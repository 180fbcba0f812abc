import { useRef } from 'react';
import { CopyButton } from '../copy/copy-button.tsx';
import { ScrollBox } from '../scroll-box.tsx';

type Props = { readonly text: string; readonly purpose: string };

/** A statement to copy. It is long, and so folded: who copies it need not read it here. */
export function Statement({ text, purpose }: Props) {
  const code = useRef<HTMLElement>(null);
  return (
    <span className="statement">
      <CopyButton text={text} shown={code} label={`Copy SQL: ${purpose}`}>
        Copy SQL
      </CopyButton>
      <details>
        <summary className="fold">Show</summary>
        <ScrollBox label={`SQL: ${purpose}`} className="statement-text">
          <pre>
            <code ref={code}>{text}</code>
          </pre>
        </ScrollBox>
      </details>
    </span>
  );
}
