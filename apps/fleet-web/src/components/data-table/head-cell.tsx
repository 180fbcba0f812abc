import type { ComponentProps } from 'react';
import type { Column } from './column.ts';

type Props<Row> = ComponentProps<'th'> & { readonly column: Column<Row> };

/** The head of a column: its name, unless something else is put there. */
export function HeadCell<Row>({ column, children = column.head, ...rest }: Props<Row>) {
  const { key, align, headTitle } = column;
  return (
    <th scope="col" data-column={key} data-align={align} title={headTitle} {...rest}>
      {children}
    </th>
  );
}
