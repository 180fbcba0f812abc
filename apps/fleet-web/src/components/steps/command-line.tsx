import { useRef } from 'react';
import { CopyButton } from '../copy/copy-button.tsx';
import { SubjectLink } from '../handle/subject-link.tsx';

type Props = { readonly text: string; readonly host: string | undefined };

/** A command to take to a host, whose name stands before it as at a prompt and is not copied. */
export function CommandLine({ text, host }: Props) {
  const code = useRef<HTMLElement>(null);
  return (
    <span className="command-line">
      <span className="command-box">
        {host !== undefined && (
          <span className="command-host">
            <SubjectLink kind="host" id={host} /> ${' '}
          </span>
        )}
        <code ref={code}>{text}</code>
      </span>{' '}
      <CopyButton text={text} shown={code} label={`Copy ${text}`}>
        Copy
      </CopyButton>
    </span>
  );
}
