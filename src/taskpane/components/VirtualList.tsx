import { useCallback, useState, type ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { useWindowVirtualizer } from '@tanstack/react-virtual';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, position: 'relative' },
  item: { position: 'absolute', insetInlineStart: 0, insetBlockStart: 0, width: '100%' },
});

interface Props<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T, index: number) => string | number;
  readonly children: (item: T, index: number) => ReactNode;
  /** Expected height of an item in pixels; real heights are measured. */
  readonly itemHeight: number;
  readonly label: string;
}

/**
 * A list of any length that draws only what can be seen, inside the page's own scrolling. Screen readers hear the place
 * of each item and the length of the list.
 */
export function VirtualList<T>({ items, keyOf, children, itemHeight, label }: Props<T>) {
  const styles = useStyles();
  const [top, setTop] = useState(0);
  const place = (element: HTMLUListElement | null) => {
    if (element && element.offsetTop !== top) setTop(element.offsetTop);
  };
  // With another function the keys of all items are asked for again.
  const getItemKey = useCallback((index: number) => keyOf(items[index]!, index), [items, keyOf]);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => itemHeight,
    overscan: 3,
    scrollMargin: top,
    getItemKey,
  });
  return (
    <ul ref={place} className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label={label}>
      {virtual.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          className={styles.item}
          style={{ transform: `translateY(${start - top}px)` }}
          aria-setsize={items.length}
          aria-posinset={index + 1}
        >
          {children(items[index]!, index)}
        </li>
      ))}
    </ul>
  );
}
