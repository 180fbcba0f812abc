import type { Process } from 'fleet-core/contract/process';
import { visibleJson } from 'fleet-core/contract/visible-text';
import { useRef, useState } from 'react';
import { Button } from '../../../components/button/button.tsx';
import { CopyButton } from '../../../components/copy/copy-button.tsx';
import { formatUtc } from '../../../format/utc-time.ts';

type Props = { readonly process: Process; readonly read_at: string };

/** The process as the API sent it. The text stands still while it is open, so that it can be marked and read. */
export function ProcessJson({ process, read_at }: Props) {
  const pre = useRef<HTMLPreElement>(null);
  const [shown, setShown] = useState<Props | null>(null);
  return (
    <details
      className="details-json"
      onToggle={(event) => setShown(event.currentTarget.open ? { process, read_at } : null)}
    >
      <summary>Raw JSON</summary>
      {shown !== null && (
        <>
          <p>
            As read at {formatUtc(shown.read_at)}{' '}
            {shown.read_at !== read_at && (
              <Button onClick={() => setShown({ process, read_at })}>Take the newest</Button>
            )}
          </p>
          <CopyButton text={jsonOf(shown.process)} shown={pre}>
            Copy JSON
          </CopyButton>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll the text */}
          <pre ref={pre} tabIndex={0}>
            {jsonOf(shown.process)}
          </pre>
        </>
      )}
    </details>
  );
}

const jsonOf = (process: Process) => visibleJson(JSON.stringify(process, null, 2));
