// The name a person decides under, kept in this browser only.
const NAME = "according.author";

export function author(): string {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return ""; // a browser that keeps nothing: the server has a name for such decisions
  }
}

export function keepAuthor(name: string): void {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // kept for this visit only
  }
}
