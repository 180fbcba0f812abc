import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-dev-runtime';
import { drawnProps } from './drawn-props.ts';

export const { Fragment } = react;

/** As `jsx` of `jsx-runtime.ts`, for what runs from source. */
export function jsxDEV(
  type: ElementType,
  props: unknown,
  key: Key | undefined,
  isStatic: boolean,
  source?: react.JSXSource,
  self?: unknown,
): ReactElement {
  return react.jsxDEV(type, drawnProps(type, props), key, isStatic, source, self);
}
