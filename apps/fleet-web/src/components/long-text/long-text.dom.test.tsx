import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LongText } from './long-text.tsx';

afterEach(cleanup);

it('shows a short text without a button', () => {
  render(<LongText>connection refused</LongText>);
  expect(screen.getByText('connection refused')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('draws little of 60,000 characters until the whole is asked for, and little again', () => {
  const text = 'x'.repeat(60_000);
  const { container } = render(<LongText>{text}</LongText>);
  expect(container.textContent?.length).toBeLessThan(1_000);
  fireEvent.click(screen.getByRole('button', { name: 'Show all 60,000 characters' }));
  expect(container.textContent).toContain(text);
  fireEvent.click(screen.getByRole('button', { name: 'Show less' }));
  expect(container.textContent?.length).toBeLessThan(1_000);
});
