import * as z from 'zod/mini';

/**
 * An http(s) address that everybody is shown who sees the page, with these names in braces to fill in: no other name, and
 * no user or password.
 */
export function publishedAddress(...names: readonly string[]) {
  return z.string().check((payload) => {
    const message = faultOf(payload.value, names);
    if (message !== undefined) payload.issues.push({ code: 'custom', input: payload.value, message });
  });
}

function faultOf(template: string, names: readonly string[]): string | undefined {
  const known = names.map((name) => `{${name}}`);
  const kind = names.length === 0 ? '' : `, with ${known.join(' and ')} to fill in`;
  const unknown = [...template.matchAll(/\{[^{}]*\}|[{}]/g)]
    .map(([part]) => part)
    .find((part) => !known.includes(part));
  const filled = known.reduce((text, name) => text.replaceAll(name, '1'), template);
  if (unknown !== undefined) return `${unknown} cannot be filled in: it must be an http(s) address${kind}`;
  if (!URL.canParse(filled)) return `is no http(s) address${kind}`;
  const { protocol, username, password } = new URL(filled);
  if (protocol !== 'http:' && protocol !== 'https:') return `is no http(s) address${kind}`;
  if (username !== '' || password !== '') return 'names a user or a password, which everybody would be shown';
  return undefined;
}

/** Whether a text has what no fault may repeat. */
export function holdsCredentials(text: string): boolean {
  return /:\/\/[^/?#]*@/.test(text);
}
