// The map's symbols: the shape tells what is said, the filling how firmly. Drawn as SVG, for map and legend alike.
const SHAPE: Record<string, string> = {
  control: "M4 4H18V18H4Z",
  presence: "M11 3.5A7.5 7.5 0 1 1 10.99 3.5Z",
  movement: "M3.5 18L11 3.5L18.5 18Z",
  use: "M11 2.5L19.5 11L11 19.5L2.5 11Z",
};

export function symbol(kind: string, mark: string, ink: string, fill: string, paper: string, size: number): string {
  const path = SHAPE[kind] ?? SHAPE.presence!;
  const solid = mark === "said";
  const body =
    mark === "disputed"
      ? `<clipPath id="h"><path d="M0 0H11V22H0Z"/></clipPath><path d="${path}" fill="${paper}"/><path d="${path}" fill="${fill}" clip-path="url(#h)"/>`
      : `<path d="${path}" fill="${solid ? fill : paper}"/>`;
  const dash = mark === "unverified" ? ' stroke-dasharray="2.6 1.8"' : "";
  const cross = mark === "denied" ? `<path d="M4 18L18 4" stroke="${ink}" stroke-width="2"/>` : "";
  const edge = solid ? ink : fill;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22" width="${size}" height="${size}">${body}<path d="${path}" fill="none" stroke="${edge}" stroke-width="1.8"${dash}/>${cross}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
