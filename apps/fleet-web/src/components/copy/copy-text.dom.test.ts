import { beforeEach, expect, it, vi } from 'vitest';
import { copyText } from './copy-text.ts';

const shown = document.createElement('pre');
const command = vi.fn<(name: string) => boolean>();
const selected = () => getSelection()?.toString();

beforeEach(() => {
  shown.textContent = 'SELECT 1;';
  document.body.append(shown);
  document.execCommand = command.mockReset().mockReturnValue(false);
  getSelection()?.removeAllRanges();
});

const refuseClipboard = () =>
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));

it('goes into the clipboard where there is one', async () => {
  const clipboard = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  expect(await copyText('SELECT 1;', shown)).toBe('copied');
  expect(clipboard).toHaveBeenCalledWith('SELECT 1;');
  expect(command).not.toHaveBeenCalled();
});

it('goes there by the old command where the clipboard is refused', async () => {
  refuseClipboard();
  let taken: string | undefined;
  command.mockImplementation((name) => {
    const event = new ClipboardEvent(name, { clipboardData: new DataTransfer() });
    document.dispatchEvent(event);
    taken = event.clipboardData?.getData('text/plain');
    return true;
  });
  expect(await copyText('SELECT 1;', shown)).toBe('copied');
  expect(taken).toBe('SELECT 1;');
  expect(selected()).toBe('');
});

it('is selected where both are refused', async () => {
  refuseClipboard();
  expect(await copyText('SELECT 1;', shown)).toBe('selected');
  expect(selected()).toBe('SELECT 1;');
});
