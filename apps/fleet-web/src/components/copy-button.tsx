import { useState } from 'react';
import { Button } from './button/button.tsx';

type Props = { readonly text: string; readonly label: string };

const SAYS = {
  ready: '',
  copied: 'copied',
  refused: 'this browser does not allow it: mark the text and copy it',
};

/** Copies a text and says whether that worked. */
export function CopyButton({ text, label }: Props) {
  const [state, setState] = useState<keyof typeof SAYS>('ready');
  return (
    <span className="copy">
      <Button onClick={async () => setState((await copyText(text)) ? 'copied' : 'refused')}>{label}</Button>{' '}
      <span role="status">{SAYS[state]}</span>
    </span>
  );
}

/** Over plain http, as on many internal networks, browsers have no clipboard but for the old command. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const copy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', copy);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', copy);
  }
}
