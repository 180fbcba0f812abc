import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-runtime';
import { drawnProps } from './drawn-props.ts';

export const { Fragment } = react;

/**
 * What JSX is compiled to here: React's own elements, in which nothing that is read is unseen and no name turns the
 * direction of what stands beside it. Done where text is drawn, so that everything before it has names as they are.
 */
export function jsx(type: ElementType, props: unknown, key?: Key): ReactElement {
  return react.jsx(type, drawnProps(type, props), key);
}

export function jsxs(type: ElementType, props: unknown, key?: Key): ReactElement {
  return react.jsxs(type, drawnProps(type, props), key);
}
