import { useEffect, useRef } from "preact/hooks";

export type Keys = Record<string, (event: KeyboardEvent) => void>;

// Single keys of a screen; silent while something is being typed or a modifier is held.
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement | null;
      if (target?.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, []);
}

export function KeyHelp({ keys }: { keys: [string, string][] }) {
  return (
    <p class="keys" aria-label="Keys">
      {keys.map(([key, does]) => (
        <span key={key} class="keyed">
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </p>
  );
}
