/** The instant that is read, in milliseconds since 1970, and whether it stays when the pointer goes; null for the present. */
export type TimeCursor = { readonly ms: number; readonly isKept: boolean } | null;
