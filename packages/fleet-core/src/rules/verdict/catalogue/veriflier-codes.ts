import { anywhere, look, type StepsFor } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** What is looked at first, whatever is wrong with the verifliers. */
export const veriflierSteps: StepsFor = (_about, sql) => [
  anywhere('Let Jetmon report what it finds', './jetmon2 verifliers discovery-report'),
  ...(sql.veriflier_vantages === null
    ? []
    : [look('See the vantages, and what each of them lacks', sql.veriflier_vantages)]),
  ...(sql.veriflier_agents === null
    ? []
    : [look('See the agents, and when each was last seen', sql.veriflier_agents)]),
];

/** Issues of the verifliers, where the database has them. */
export const VERIFLIER_CODES = {
  verifliers: {
    subject: 'fleet',
    question: 'verifliers',
    inSummary: true,
    nextActions: { red: 'fix_verifliers', amber: 'fix_verifliers' },
    meaning:
      'A vantage of verifliers is incomplete or named twice, their agents are silent, or the tables of both could not be read. Where discovery is active, outages may be confirmed by the wrong verifliers or by none.',
    likelyCauses: [
      'a vantage was enabled before its host, port and token were filled in',
      'a veriflier is down, or the monitors do not reach it',
      'a veriflier was moved and the old one still runs',
    ],
    steps: veriflierSteps,
  },
} satisfies Record<string, CatalogueEntry>;
