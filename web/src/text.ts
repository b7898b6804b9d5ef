// Offsets from the API count code points, JavaScript's count UTF-16 units; they differ once a text holds an emoji.

export class Text {
  private readonly points: string[] | null;

  constructor(readonly raw: string) {
    this.points = /[\ud800-\udfff]/.test(raw) ? Array.from(raw) : null;
  }

  get length(): number {
    return this.points ? this.points.length : this.raw.length;
  }

  slice(start: number, end: number): string {
    return this.points ? this.points.slice(start, end).join("") : this.raw.slice(start, end);
  }

  at(index: number): string | undefined {
    return this.points ? this.points[index] : this.raw[index];
  }
}

export interface Layer<T> { start: number; end: number; value: T }
export interface Piece<T> { start: number; end: number; text: string; on: T[] }

// The text cut at every edge of every layer; each piece knows the layers that cover it, the widest first.
export function cutUp<T>(text: Text, layers: Layer<T>[], from = 0, to = text.length): Piece<T>[] {
  const inside = layers.filter((layer) => layer.start < to && layer.end > from);
  const edges = new Set<number>([from, to]);
  for (const layer of inside) {
    edges.add(Math.max(layer.start, from));
    edges.add(Math.min(layer.end, to));
  }
  const order = [...edges].sort((a, b) => a - b);
  const wide = [...inside].sort((a, b) => b.end - b.start - (a.end - a.start));
  const pieces: Piece<T>[] = [];
  for (let index = 0; index + 1 < order.length; index += 1) {
    const start = order[index]!;
    const end = order[index + 1]!;
    const on = wide.filter((layer) => layer.start <= start && layer.end >= end).map((layer) => layer.value);
    pieces.push({ start, end, text: text.slice(start, end), on });
  }
  return pieces;
}

export function paragraphs(text: Text): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    if (index === text.length || text.at(index) === "\n") {
      if (index > start) found.push({ start, end: index });
      start = index + 1;
    }
  }
  return found;
}
