import { visibleText } from 'fleet-core/contract/visible-text';
import { type ElementType, Fragment, type ReactNode } from 'react';
import { jsx, jsxs } from 'react/jsx-runtime';

/** Attributes that people read or hear. */
const READ: ReadonlySet<string> = new Set([
  'title',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'placeholder',
  'alt',
]);
/** Where line breaks are drawn as such. */
const LAID_OUT: readonly unknown[] = ['pre', 'code'];
/** Where only text may stand. */
const TEXT_ONLY: readonly unknown[] = ['text', 'tspan', 'title', 'option'];

/** A word with letters that are written from right to left, without the marks at its end. */
const RIGHT_TO_LEFT =
  /(\S*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}](?:\S*[^\s:;,.!?)])?)/u;

/** All of it seen, and written from left to right: nearly every text, and known at a fraction of the cost. */
const PLAIN = /^[ -~]*$/;

/** The attributes and children of an element as they are drawn; the same object where nothing in them differs. */
export function drawnProps(type: ElementType, props: unknown): unknown {
  const isDrawn = typeof type === 'string' || type === Fragment;
  if (!isDrawn || !isProps(props)) return props;
  let changed: Record<string, unknown> | undefined;
  // No list is made of them: this is done for every element of every poll.
  for (const name in props) {
    const value = props[name];
    const drawn = name === 'children' ? drawnChild(type, value) : drawnAttribute(name, value);
    if (drawn === value) continue;
    changed ??= { ...props };
    changed[name] = drawn;
  }
  return changed ?? props;
}

function isProps(props: unknown): props is Record<string, unknown> {
  return typeof props === 'object' && props !== null;
}

function drawnAttribute(name: string, value: unknown): unknown {
  return typeof value === 'string' && READ.has(name) && !PLAIN.test(value) ? visibleText(value) : value;
}

function drawnChild(type: ElementType, child: unknown): unknown {
  if (typeof child === 'string') return drawnText(type, child);
  if (!Array.isArray(child)) return child;
  let changed: unknown[] | undefined;
  for (let place = 0; place < child.length; place++) {
    const drawn = drawnChild(type, child[place]);
    if (drawn === child[place]) continue;
    changed ??= [...child];
    changed[place] = drawn;
  }
  return changed ?? child;
}

function drawnText(type: ElementType, text: string): ReactNode {
  if (PLAIN.test(text)) return text;
  const visible = LAID_OUT.includes(type) ? text.split('\n').map(visibleText).join('\n') : visibleText(text);
  if (!RIGHT_TO_LEFT.test(visible) || TEXT_ONLY.includes(type)) return visible;
  const parts = visible.split(RIGHT_TO_LEFT);
  const children = parts.map((part, place) =>
    place % 2 === 1 ? jsx('bdi', { dir: 'ltr', children: part }) : part,
  );
  return jsxs(Fragment, { children });
}
