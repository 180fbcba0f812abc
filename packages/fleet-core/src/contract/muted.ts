import * as z from 'zod/mini';
import { Instant } from './scalars.ts';

/** That somebody knows of it: who, why, and until when the decision leaves it out. */
export const Muted = z.object({ by: z.string(), reason: z.string(), until: Instant });
export type Muted = z.infer<typeof Muted>;
