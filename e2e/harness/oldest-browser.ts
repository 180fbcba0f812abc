/// <reference lib="dom" />
import type { Page } from '@playwright/test';

/** What the browser's globals have that Firefox 115, Safari 16.4 or Chrome 111 has not: of each, its owner and its names. */
const YOUNGER: readonly (readonly [owner: string, ...names: string[]])[] = [
  ['AbortSignal', 'any'],
  ['Array', 'fromAsync'],
  ['ArrayBuffer.prototype', 'transfer', 'transferToFixedLength', 'resize'],
  ['Document.prototype', 'startViewTransition', 'caretPositionFromPoint'],
  ['Element.prototype', 'checkVisibility', 'moveBefore', 'setHTMLUnsafe', 'getHTML'],
  ['Error', 'isError'],
  ['HTMLElement.prototype', 'showPopover', 'hidePopover', 'togglePopover', 'popover'],
  ['HTMLDialogElement.prototype', 'requestClose', 'closedBy'],
  ['Intl', 'DurationFormat', 'Segmenter'],
  ['Map', 'groupBy'],
  ['Map.prototype', 'getOrInsert', 'getOrInsertComputed'],
  ['Math', 'sumPrecise', 'f16round'],
  ['Object', 'groupBy'],
  ['Promise', 'withResolvers', 'try'],
  ['ReadableStream', 'from'],
  ['RegExp', 'escape'],
  ['Response', 'json'],
  ['String.prototype', 'isWellFormed', 'toWellFormed'],
  ['URL', 'canParse', 'parse'],
  ['URLSearchParams.prototype', 'size'],
  ['Uint8Array', 'fromBase64', 'fromHex'],
  ['Uint8Array.prototype', 'toBase64', 'toHex'],
  ['Navigator.prototype', 'wakeLock', 'userActivation'],
  ['Set.prototype', 'union', 'intersection', 'difference', 'symmetricDifference'],
  ['Set.prototype', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  ['Iterator.prototype', 'map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray'],
  ['Iterator.prototype', 'forEach', 'some', 'every', 'find'],
  ['globalThis', 'Iterator', 'navigation', 'requestIdleCallback', 'scheduler'],
];

/** Takes from the page what browsers got after the oldest that it is for. What they cannot read, the build has to lower. */
export async function makeOldestBrowser(page: Page): Promise<void> {
  await page.addInitScript(takeAway, YOUNGER);
}

/** Runs in the page before anything else. */
function takeAway(younger: readonly (readonly string[])[]): void {
  for (const [path = '', ...names] of younger) {
    const steps = path === 'globalThis' ? [] : path.split('.');
    const owner = steps.reduce<unknown>((held, step) => Object(held)[step], globalThis);
    if (owner !== undefined) for (const name of names) Reflect.deleteProperty(Object(owner), name);
  }
}
