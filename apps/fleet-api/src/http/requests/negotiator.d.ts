/** The part of negotiator that is used here; the types that are published for it lack the order of preference. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { readonly headers: { readonly 'accept-encoding': string } });
    /** The one of `available` with the highest weight, and among equals the first of `preferred`. */
    encoding<T extends string>(
      available: readonly T[],
      options: { readonly preferred: readonly T[] },
    ): T | undefined;
  }
}
