import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { FoldedList } from './folded-list.tsx';

afterEach(cleanup);

it('draws of a long list what is in view alone, and the rest when it is asked for', () => {
  const drawn = vi.fn((item: number) => `gap ${item}`);
  render(<FoldedList label="Gaps" shown={2} items={[1, 2, 3, 4]} children={drawn} />);
  expect(drawn.mock.calls.map(([item]) => item)).toEqual([1, 2]);
  fireEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'gap 1',
    'gap 2',
    'gap 3',
    'gap 4',
  ]);
});
