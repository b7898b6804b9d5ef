// Light, dark, or as the system has it; kept in this browser only.
export type Theme = "system" | "light" | "dark";
const KEY = "according.theme";

export function theme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

export function applyTheme(chosen: Theme = theme()): void {
  try {
    if (chosen === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, chosen);
  } catch {
    // a browser that keeps nothing still shows the theme for this visit
  }
  if (chosen === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  document.dispatchEvent(new CustomEvent("themechange"));
}

export function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export function onTheme(act: () => void): () => void {
  const media = matchMedia("(prefers-color-scheme: dark)");
  document.addEventListener("themechange", act);
  media.addEventListener("change", act);
  return () => {
    document.removeEventListener("themechange", act);
    media.removeEventListener("change", act);
  };
}
