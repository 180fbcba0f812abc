import { DELIVERY_OWNER_STATES } from './delivery-owner-states.ts';
import { DELIVERY_STATES } from './delivery-states.ts';
import { DEPENDENCY_STATES } from './dependency-states.ts';
import { HEARTBEAT_STATES } from './heartbeat-states.ts';
import { LOCK_STATES } from './lock-states.ts';
import { OWNER_STATES } from './owner-states.ts';
import { PINNED_STATES } from './pinned-states.ts';
import { PLAN_STATES } from './plan-states.ts';
import { RANGE_STATES } from './range-states.ts';
import type { RuleState } from './rule-state.ts';
import { SCHEMA_STATES } from './schema-states.ts';
import { SITE_STATES } from './site-states.ts';
import { VANISHED_STATES } from './vanished-states.ts';

/** States at the limits of the added rules, and just beside them, each with the verdict that it must get. */
export const RULE_STATES: readonly RuleState[] = [
  ...HEARTBEAT_STATES,
  ...VANISHED_STATES,
  ...OWNER_STATES,
  ...RANGE_STATES,
  ...PINNED_STATES,
  ...PLAN_STATES,
  ...SITE_STATES,
  ...DELIVERY_STATES,
  ...DELIVERY_OWNER_STATES,
  ...DEPENDENCY_STATES,
  ...SCHEMA_STATES,
  ...LOCK_STATES,
];
