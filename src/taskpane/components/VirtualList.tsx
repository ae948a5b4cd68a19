import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { usePrinting } from '../hooks/usePrinting';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, position: 'relative' },
  item: { breakInside: 'avoid' },
  placed: { position: 'absolute', insetInlineStart: 0, insetBlockStart: 0, width: '100%' },
});

interface Props<T> {
  readonly items: readonly T[];
  /**
   * What tells items apart, whatever place they have: what is open in one, or has the focus, must not become another's
   * when the list is read again. For records, the id.
   */
  readonly keyOf: (item: T, index: number) => string | number;
  readonly children: (item: T, index: number) => ReactNode;
  /** Expected height of an item in pixels; real heights are measured. */
  readonly itemHeight: number;
  readonly label: string;
}

/**
 * A list of any length that draws only what can be seen, inside the page's own scrolling; on paper, all of it. Screen
 * readers hear the place of each item and the length of the list.
 */
export function VirtualList<T>({ items, keyOf, children, itemHeight, label }: Props<T>) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const top = useTop(list);
  const keys = useMemo(() => distinct(items.map(keyOf)), [items, keyOf]);
  // With another function the keys of all items are asked for again.
  const getItemKey = useCallback((index: number) => keys[index]!, [keys]);
  // Scrolling away must not take the focus from the keyboard, nor close a menu.
  const focused = useRef(-1);
  const isPrinting = usePrinting();
  const rangeExtractor = useCallback(
    (range: Range) => (isPrinting ? [...Array(range.count).keys()] : withItem(range, focused.current)),
    [isPrinting],
  );
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => itemHeight,
    overscan: 3,
    rangeExtractor,
    // Else it draws an empty list first, and lays the page out for that.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    scrollMargin: top,
    getItemKey,
  });
  return (
    <ul
      ref={list}
      className={styles.list}
      style={isPrinting ? undefined : { height: virtual.getTotalSize() }}
      aria-label={label}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={isPrinting ? undefined : virtual.measureElement}
          data-index={index}
          className={mergeClasses(styles.item, !isPrinting && styles.placed)}
          style={isPrinting ? undefined : { transform: `translateY(${start - top}px)` }}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          onFocus={() => (focused.current = index)}
        >
          <Drawn item={items[index]!} index={index} draw={children} />
        </li>
      ))}
    </ul>
  );
}

/** Two rows of a sheet may have one id: the second one gets a key that no cell can hold. */
function distinct(keys: readonly (string | number)[]): readonly string[] {
  const seen = new Set<string>();
  return keys.map((key, index) => {
    const own = seen.has(String(key)) ? `${key}\u0000${index}` : String(key);
    seen.add(own);
    return own;
  });
}

/** Indices to draw, with one more that may be out of sight, unless the list has become shorter than that. */
function withItem(range: Range, index: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || shown.includes(index)) return shown;
  return [...shown, index].sort((a, b) => a - b);
}

/** Pixels above an element. Asking at each drawing would lay the page out once more; observers hear of what there is. */
function useTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const observer = new ResizeObserver(() => setTop(current.offsetTop));
    for (const around of [current, current.parentElement, document.body]) if (around) observer.observe(around);
    return () => observer.disconnect();
  }, [element]);
  return top;
}

interface DrawnProps<T> {
  readonly item: T;
  readonly index: number;
  readonly draw: Props<T>['children'];
}

/** An item as it was drawn: scrolling and measuring move it, but do not change it. */
const Drawn = memo(<T,>({ item, index, draw }: DrawnProps<T>) => draw(item, index)) as <T>(
  props: DrawnProps<T>,
) => ReactNode;
