const PATHS = [
  'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
  'M3 3h10v10H3Z',
  'M8 2 14 13H2Z',
  'M8 1.5 14.5 8 8 14.5 1.5 8Z',
  'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  'M6 2h4v4h4v4h-4v4H6v-4H2V6h4Z',
];

/** A group's mark as the map draws it: disc, square, triangle, diamond, ring or cross, in its colour. */
export function Marker({ shape, colour }: { readonly shape: number; readonly colour: string }) {
  return (
    <svg className="marker" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={PATHS[shape % PATHS.length]} fill={colour} fillRule="evenodd" />
    </svg>
  );
}
