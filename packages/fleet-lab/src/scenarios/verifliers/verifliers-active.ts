import { agent, discoveringFleet, vantage } from '../builders/veriflier-registry.ts';
import type { Scenario } from '../scenario.ts';

/** Monitors discover three vantages, each with its agents; a fourth is registered for later. */
export const verifliersActive: Scenario = {
  name: 'verifliers-active',
  description:
    'a later database: monitors discover three vantages of verifliers, a fourth is not enabled yet',
  build: () =>
    discoveringFleet(
      [
        vantage('eu-west'),
        vantage('us-east'),
        vantage('us-west'),
        vantage('ap-south', { enabled: 0, endpoint_host: '', auth_token: '' }),
      ],
      [agent('eu-west'), agent('us-east'), agent('us-east', { agent_id: 'us-east-2' }), agent('us-west')],
    ),
  deliveries: 'flowing',
  expected: {
    status: 'green',
    nextActionCode: 'continue',
    decision: 'advance',
    addedCodes: [],
  },
};
