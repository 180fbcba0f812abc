import { vi } from 'vitest';

/** Makes every request answer with this status and body, until mocks are restored. */
export function answerWith(status: number, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(text, { status }));
}
