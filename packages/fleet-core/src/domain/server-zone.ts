/** The time zone that sessions of a database server have unless they set their own. */
export type ServerZone = {
  /** As the server calls it, such as `+05:30` or `SYSTEM (CET)`. */
  readonly name: string;
  /** How far its clock is ahead of UTC now, in seconds; null for a zone that the server cannot reckon with. */
  readonly offset_sec: number | null;
  /** Whether it is UTC all year round. */
  readonly is_utc: boolean;
};
