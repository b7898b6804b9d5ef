import type { ComponentChildren } from "preact";
import type { Refusal } from "../api";

export function Loading({ what = "Reading the store" }: { what?: string }) {
  return (
    <p class="state" role="status">
      <span class="spinner" aria-hidden="true" /> {what} …
    </p>
  );
}

export function Failed({ error, again }: { error: Refusal; again?: () => void }) {
  return (
    <div class="state failed" role="alert">
      <p>{error.message}</p>
      <p class="ways">
        {again && <button type="button" onClick={again}>Try again</button>} <a href="/">To the overview</a>
      </p>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
