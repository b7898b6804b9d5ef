// The maintained virtualizer of @tanstack/virtual-core as a hook: only the rows in sight are in the page.
import {
  elementScroll, observeElementOffset, observeElementRect, Virtualizer,
} from "@tanstack/virtual-core";
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";

interface Rows<T> {
  items: T[];
  estimate: number;
  keyOf: (item: T) => string;
  row: (item: T, index: number) => ComponentChildren;
  onEnd?: () => void;
  label: string;
  scroller: RefObject<HTMLElement>;
  busy?: boolean;
}

export function VirtualRows<T>({ items, estimate, keyOf, row, onEnd, label, scroller, busy }: Rows<T>) {
  const [, draw] = useReducer((value: number) => value + 1, 0);
  const latest = useRef(items);
  latest.current = items;
  const [virtual] = useState(
    () =>
      new Virtualizer<HTMLElement, HTMLElement>({
        count: 0,
        getScrollElement: () => scroller.current,
        estimateSize: () => estimate,
        getItemKey: (index) => {
          const item = latest.current[index];
          return item === undefined ? index : keyOf(item);
        },
        overscan: 8,
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
        onChange: () => draw(0),
      }),
  );
  virtual.setOptions({ ...virtual.options, count: items.length, onChange: () => draw(0) });
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  const seen = virtual.getVirtualItems();
  const last = seen.length ? seen[seen.length - 1]!.index : -1;
  useEffect(() => {
    if (last >= items.length - 15) onEnd?.();
  }, [last, items.length, onEnd]);
  return (
    <div class="rows" role="list" aria-label={label} aria-busy={busy ? "true" : "false"} style={{ height: `${virtual.getTotalSize()}px` }}>
      {seen.map((place) => {
        const item = items[place.index];
        if (item === undefined) return null;
        return (
          <div
            class="row"
            role="listitem"
            key={String(place.key)}
            data-index={place.index}
            aria-setsize={items.length}
            aria-posinset={place.index + 1}
            ref={(element: HTMLDivElement | null) => virtual.measureElement(element)}
            style={{ transform: `translateY(${place.start}px)` }}
          >
            {row(item, place.index)}
          </div>
        );
      })}
    </div>
  );
}

