import type { DeliveryKind } from '../contract/delivery.ts';

/** How many deliveries of each queue were due at one look; null where that could not be read. */
export type DueLook = {
  /** Milliseconds since 1970 on the database's clock. */
  readonly at_ms: number;
  readonly due: Readonly<Record<DeliveryKind, number | null>>;
};
