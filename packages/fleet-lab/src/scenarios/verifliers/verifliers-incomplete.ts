import { agent, discoveringFleet, vantage } from '../builders/veriflier-registry.ts';
import type { Scenario } from '../scenario.ts';

/** A vantage was enabled before its token was there, and the agent of another has been silent for a while. */
export const verifliersIncomplete: Scenario = {
  name: 'verifliers-incomplete',
  description:
    'a later database: of three vantages that monitors discover, us-west was enabled without a token',
  build: () =>
    discoveringFleet(
      [vantage('eu-west'), vantage('us-east'), vantage('us-west', { auth_token: '' })],
      [agent('eu-west'), agent('us-east', { last_seen_age: 1_500 })],
    ),
  deliveries: 'flowing',
  expected: {
    status: 'red',
    nextActionCode: 'fix_verifliers',
    decision: 'stop',
    addedCodes: [],
  },
};
