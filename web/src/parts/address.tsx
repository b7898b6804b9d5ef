import { useCallback, useMemo } from "preact/hooks";
import { useLocation, useSearch } from "wouter-preact";

// The part of the address after `?` as state: every filter is a link that can be kept and sent.
export function useParams(): [URLSearchParams, (change: Record<string, string | null>, push?: boolean) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const set = useCallback(
    (change: Record<string, string | null>, push = false) => {
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(change)) {
        if (value === null || value === "") next.delete(name);
        else next.set(name, value);
      }
      const tail = next.toString();
      go(`${path}${tail ? `?${tail}` : ""}`, { replace: !push });
    },
    [path, go],
  );
  return [params, set];
}

export function useTitle(title: string): void {
  useMemo(() => {
    document.title = title ? `${title} · according` : "according";
  }, [title]);
}

export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
