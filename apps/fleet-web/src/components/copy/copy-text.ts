/** What became of a text that was to be copied: where nothing may copy it, it is selected instead. */
export type CopyOutcome = 'copied' | 'selected';

/** Puts a text into the clipboard, or at the least selects it where it is shown. */
export async function copyText(text: string, shown: Node | null): Promise<CopyOutcome> {
  if ((await copyByClipboard(text)) || copyByCommand(text)) return 'copied';
  if (shown !== null) getSelection()?.selectAllChildren(shown);
  return 'selected';
}

async function copyByClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Over plain http, as on many internal networks, browsers have no clipboard but for the old command. */
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
