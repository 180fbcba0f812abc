import { expect, it } from 'vitest';
import { apiWithoutDatabase } from '../../harness/fixtures/api-without-database.ts';
import { tokenFileForTest } from '../../harness/fixtures/token-file-for-test.ts';

const TOKEN = '0123456789abcdef0123456789abcdef';

const ACCESS = {
  nothing: () => ({}),
  'what is wanted open': () => ({ DASHBOARD_INSECURE_NO_AUTH: '1' }),
  tokens: () => ({ DASHBOARD_AUTH_TOKEN_FILE: tokenFileForTest(`anna ${TOKEN}`) }),
  'tokens, and what is wanted open': () => ({
    DASHBOARD_AUTH_TOKEN_FILE: tokenFileForTest(`anna ${TOKEN}`),
    DASHBOARD_INSECURE_NO_AUTH: '1',
  }),
  'tokens that others can read': () => ({
    DASHBOARD_AUTH_TOKEN_FILE: tokenFileForTest(`anna ${TOKEN}`, 0o644),
  }),
  'a token that can be guessed': () => ({
    DASHBOARD_AUTH_TOKEN_FILE: tokenFileForTest('anna correcthorsebattery'),
    DASHBOARD_INSECURE_NO_AUTH: '1',
  }),
} as const satisfies Record<string, () => Record<string, string>>;

/** What becomes of a start, and of who shows nothing and who shows the token. */
async function outcomeOf(bindAddress: string, access: keyof typeof ACCESS): Promise<string> {
  const env = { DASHBOARD_BIND_ADDR: bindAddress, ...ACCESS[access]() };
  const api = await apiWithoutDatabase(env).catch((error: Error) => error.message);
  if (typeof api === 'string') return api.includes('DASHBOARD_') ? 'refused' : api;
  const statusWith = async (headers: Record<string, string>) =>
    (await api.ask('/api/fleet/codes', { host: '127.0.0.1', ...headers }, { host: '127.0.0.1' })).status;
  const statuses = [await statusWith({}), await statusWith({ authorization: `Bearer ${TOKEN}` })];
  return { '200,200': 'open', '401,200': 'asks' }[statuses.join()] ?? statuses.join();
}

it.each([
  ['127.0.0.1', 'nothing', 'open'],
  ['127.0.0.1', 'what is wanted open', 'open'],
  ['127.0.0.1', 'tokens', 'asks'],
  ['127.0.0.1', 'tokens, and what is wanted open', 'asks'],
  ['127.0.0.1', 'tokens that others can read', 'refused'],
  ['127.0.0.1', 'a token that can be guessed', 'refused'],
  ['localhost', 'nothing', 'open'],
  ['localhost', 'what is wanted open', 'open'],
  ['localhost', 'tokens', 'asks'],
  ['localhost', 'tokens, and what is wanted open', 'asks'],
  ['localhost', 'tokens that others can read', 'refused'],
  ['localhost', 'a token that can be guessed', 'refused'],
  ['0.0.0.0', 'nothing', 'refused'],
  ['0.0.0.0', 'what is wanted open', 'open'],
  ['0.0.0.0', 'tokens', 'asks'],
  ['0.0.0.0', 'tokens, and what is wanted open', 'asks'],
  ['0.0.0.0', 'tokens that others can read', 'refused'],
  ['0.0.0.0', 'a token that can be guessed', 'refused'],
] as const)('on %s with %s it is %s', async (bindAddress, access, outcome) => {
  expect(await outcomeOf(bindAddress, access)).toBe(outcome);
});
