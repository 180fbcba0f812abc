import './button.css';
import type { ComponentProps } from 'react';

type Props = Omit<ComponentProps<'button'>, 'type'> & {
  /** `text` is for a button among text, as a column's head; without it a button has a box. */
  readonly look?: 'box' | 'text';
};

/** A button of the page. It sends no form. */
export function Button({ look = 'box', className = '', ...rest }: Props) {
  return <button {...rest} type="button" className={`button ${className}`.trimEnd()} data-look={look} />;
}
