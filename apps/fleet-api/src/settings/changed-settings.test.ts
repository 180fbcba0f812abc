import { expect, it } from 'vitest';
import { changedSettings } from './changed-settings.ts';

const NAMES = ['DB_PASSWORD', 'DB_PASSWORD_FILE', 'DASHBOARD_AUTH_TOKEN_FILE', 'BUCKET_TOTAL'];
const changed = (before: Record<string, string>, after: Record<string, string>) =>
  changedSettings({ values: before }, { values: after }, NAMES);

it('the password and the path of the token file count at once, all else after a restart', () => {
  const before = { DB_PASSWORD: 'a', DASHBOARD_AUTH_TOKEN_FILE: '/a', BUCKET_TOTAL: '1' };
  const after = { DB_PASSWORD: 'b', DASHBOARD_AUTH_TOKEN_FILE: '/b', BUCKET_TOTAL: '2' };
  expect(changed(before, before)).toEqual({ reloaded: [], needRestart: [] });
  expect(changed(before, after)).toEqual({
    reloaded: ['DB_PASSWORD', 'DASHBOARD_AUTH_TOKEN_FILE'],
    needRestart: ['BUCKET_TOTAL'],
  });
});

it('whether there are tokens at all counts after a restart, and so does a file in place of the password', () => {
  expect(changed({}, { DASHBOARD_AUTH_TOKEN_FILE: '/a' }).needRestart).toEqual(['DASHBOARD_AUTH_TOKEN_FILE']);
  expect(changed({ DASHBOARD_AUTH_TOKEN_FILE: '/a' }, {}).needRestart).toEqual(['DASHBOARD_AUTH_TOKEN_FILE']);
  expect(changed({ DB_PASSWORD: 'a' }, { DB_PASSWORD_FILE: '/a' })).toEqual({
    reloaded: [],
    needRestart: ['DB_PASSWORD', 'DB_PASSWORD_FILE'],
  });
});
