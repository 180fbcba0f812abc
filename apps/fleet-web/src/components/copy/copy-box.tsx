import './copy-box.css';
import { useRef } from 'react';
import { ScrollBox } from '../scroll-box.tsx';
import { CopyButton } from './copy-button.tsx';

type Props = { readonly text: string; readonly label: string };

/** A text to take away. */
export function CopyBox({ text, label }: Props) {
  const code = useRef<HTMLElement>(null);
  return (
    <div className="copy-box">
      <ScrollBox label={label} className="copy-text">
        <pre>
          <code ref={code}>{text}</code>
        </pre>
      </ScrollBox>
      <CopyButton text={text} shown={code} label={`Copy ${label}`}>
        Copy
      </CopyButton>
    </div>
  );
}
