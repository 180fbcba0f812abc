import { expect, test } from 'vitest';
import { missingMessage } from './missing-message.ts';
import { REQUIREMENTS } from './requirement.ts';

test('the message gives the exact line for Debian and macOS, and a way for others', () => {
  const text = missingMessage([REQUIREMENTS.mariadb, REQUIREMENTS.chromium]);
  expect(text).toContain(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends mariadb-server-core mariadb-client-core chromium',
  );
  expect(text).toContain('brew install mariadb && brew install --cask google-chrome');
  expect(text).toContain('FLEET_LAB_DATABASE_URL=');
  expect(text).toContain('FLEET_CHROMIUM=');
});
