/** The hatchings that tell a stale owner and an overlap apart without colour. */
export function RibbonPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-stale`}
        width={9}
        height={9}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="map-stale-ground" width={9} height={9} />
        <rect className="map-stale-stripe" width={4} height={9} />
      </pattern>
      <pattern id={`${id}-overlap`} width={7} height={7} patternUnits="userSpaceOnUse">
        <path className="map-overlap-lines" d="M0 0l7 7M7 0l-7 7" />
      </pattern>
    </defs>
  );
}
