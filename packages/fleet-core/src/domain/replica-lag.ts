/** How far the database that is read is behind another that it follows. */
export type ReplicaLag =
  | { readonly kind: 'known'; readonly lag_sec: number }
  /** It is a replica, and follows no more. */
  | { readonly kind: 'stopped' }
  /** It follows no other. */
  | { readonly kind: 'none' }
  /** It could not be asked, most often for want of a privilege. */
  | { readonly kind: 'unknown' };
