// Everything this interface knows comes through here, from the API of the server it was loaded from.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

export class Refusal extends Error {
  constructor(message: string, readonly status: number) {
    super(message);
  }
}

export type Query = Record<string, string | number | boolean | null | undefined | string[]>;

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [String(value)]) search.append(name, one);
  }
  const tail = search.toString();
  return `/api/${path}${tail ? `?${tail}` : ""}`;
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  let message = `The server answered ${response.status}.`;
  try {
    const body = (await response.json()) as { error?: string };
    if (body.error) message = body.error;
  } catch {
    // no sentence in the answer: the number has to do
  }
  throw new Refusal(message, response.status);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refusal("The server cannot be reached. Is `according serve` still running?", 0);
  }
}

export async function ask<T>(url: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(await send(url, { signal: signal ?? null, headers: { accept: "application/json" } }));
}

export async function tell<T>(path: string, body: unknown): Promise<T> {
  const form = body instanceof FormData;
  return answer<T>(
    await send(`/api/${path}`, {
      method: "POST",
      headers: form ? {} : { "content-type": "application/json" },
      body: form ? body : JSON.stringify(body),
    }),
  );
}

export interface Asked<T> {
  data: T | undefined;
  error: Refusal | undefined;
  loading: boolean;
  again: () => void;
}

// The answer to an address; the last answer stays while the next one is on its way, so nothing flickers.
export function useAsk<T>(url: string | null): Asked<T> {
  const [state, set] = useState<{ url: string | null; data?: T; error?: Refusal; loading: boolean }>({
    url: null,
    loading: url !== null,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (url === null) {
      set({ url, loading: false });
      return;
    }
    const abort = new AbortController();
    set((before) => ({ ...before, error: undefined, loading: true }));
    ask<T>(url, abort.signal).then(
      (data) => set({ url, data, loading: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        set({ url, error: error instanceof Refusal ? error : new Refusal(String(error), 0), loading: false });
      },
    );
    return () => abort.abort();
  }, [url, turn]);
  const again = useCallback(() => setTurn((value) => value + 1), []);
  return { data: state.data, error: state.error, loading: state.loading, again };
}

// A value that follows another one only after it has rested for a while.
export function useRested<T>(value: T, milliseconds: number): T {
  const [rested, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}

// A listing read page by page, for as long as it has more.
export interface Listed<T> {
  items: T[];
  total: number | null;
  more: boolean;
  loading: boolean;
  error: Refusal | undefined;
  load: () => void;
}

export function useListing<T>(path: string, query: Query, size: number): Listed<T> {
  const first = address(path, { ...query, limit: size });
  const [state, set] = useState<{ first: string; items: T[]; next: string | null; total: number | null }>({
    first: "",
    items: [],
    next: null,
    total: null,
  });
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<Refusal | undefined>();
  const busy = useRef<AbortController | null>(null);

  const read = useCallback(
    (url: string, before: T[]) => {
      busy.current?.abort();
      const abort = new AbortController();
      busy.current = abort;
      setLoading(true);
      setError(undefined);
      ask<{ items: T[]; next: string | null; total: number | null }>(url, abort.signal).then(
        (page) => {
          if (abort.signal.aborted) return;
          set({ first, items: [...before, ...page.items], next: page.next, total: page.total });
          setLoading(false);
          busy.current = null;
        },
        (failure: unknown) => {
          if (abort.signal.aborted) return;
          setError(failure instanceof Refusal ? failure : new Refusal(String(failure), 0));
          setLoading(false);
          busy.current = null;
        },
      );
    },
    [first],
  );
  useEffect(() => {
    read(first, []);
    return () => busy.current?.abort();
  }, [first, read]);
  const current = state.first === first;
  return {
    items: state.items,
    total: state.total,
    more: current && state.next !== null,
    loading: loading || !current,
    error,
    load: () => {
      if (busy.current || !current || state.next === null) return;
      read(address(path, { ...query, limit: size, after: state.next }), state.items);
    },
  };
}
