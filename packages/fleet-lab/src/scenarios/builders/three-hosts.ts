import { fleetOfHosts } from './fleet-of-hosts.ts';

/** The hosts of the worked example. */
export const THREE_HOSTS = ['jetmon-a', 'jetmon-b', 'jetmon-c'] as const;
export type ThreeHost = (typeof THREE_HOSTS)[number];

/** The three hosts with the ranges of the worked example. */
export const threeHosts = fleetOfHosts(THREE_HOSTS, [
  { min: 0, max: 333 },
  { min: 334, max: 666 },
  { min: 667, max: 999 },
]);
