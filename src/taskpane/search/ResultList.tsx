import { useEffect, useMemo, useState } from 'react';
import { Body1, Caption1, Caption1Strong, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import type { SearchGroup, SearchRecord } from '../../crm/search';
import { searchDetails } from '../../template/views/searched';
import { usePane, useWorkbook } from '../context';
import { cellOf } from '../customer/text';
import { joined } from '../inText';
import { titleOf } from '../rows';
import { tableTitle } from '../tableTitle';

const useStyles = makeStyles({
  list: { position: 'relative' },
  item: { position: 'absolute', insetInlineStart: 0, insetBlockStart: 0, width: '100%' },
  group: {
    color: tokens.colorNeutralForeground2,
    paddingBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalXXS}`,
  },
  option: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  active: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { color: tokens.colorNeutralForeground2 },
});

export const optionId = (place: number): string => `found-${place}`;

/** Sizes before they are measured, in pixels. */
const heights = { group: 34, record: 44 };

type Item =
  | { readonly kind: 'group'; readonly group: SearchGroup }
  | { readonly kind: 'record'; readonly record: SearchRecord; readonly place: number };

function itemsOf(groups: readonly SearchGroup[]): Item[] {
  let place = 0;
  return groups.flatMap((group): Item[] => [
    { kind: 'group', group },
    ...group.records.map((record): Item => ({ kind: 'record', record, place: place++ })),
  ]);
}

interface Props {
  readonly id: string;
  readonly groups: readonly SearchGroup[];
  /** Place of the chosen record among all records. */
  readonly active: number;
  readonly onOpen: (record: SearchRecord) => void;
}

/** What was found, by table; draws only what can be seen. The focus stays in the search box. */
export function ResultList({ id, groups, active, onOpen }: Props) {
  const { t, language } = usePane();
  const styles = useStyles();
  const [top, setTop] = useState(0);
  const items = useMemo(() => itemsOf(groups), [groups]);
  const total = groups.reduce((sum, { records }) => sum + records.length, 0);
  const activeIndex = items.findIndex((item) => item.kind === 'record' && item.place === active);
  // The box points at the chosen one, however far somebody has scrolled away.
  const rangeExtractor = (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), Math.max(0, activeIndex)])].sort((a, b) => a - b);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => heights[items[index]!.kind],
    overscan: 8,
    rangeExtractor,
    scrollMargin: top,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 24,
  });
  useEffect(() => {
    if (active > 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
    // The virtualizer is another object in every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [active, activeIndex]);
  const place = (element: HTMLDivElement | null) => {
    if (element && element.offsetTop !== top) setTop(element.offsetTop);
  };
  return (
    <div
      ref={place}
      id={id}
      role="listbox"
      aria-label={t('search.results')}
      className={styles.list}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index]!;
        const at = {
          className: styles.item,
          style: { transform: `translateY(${start - top}px)` },
          'data-index': index,
        };
        if (item.kind === 'group') {
          const { table, records } = item.group;
          const title = t('search.group', { table: tableTitle(table, language), count: records.length });
          return (
            <div key={key} ref={virtual.measureElement} role="presentation" {...at}>
              <div className={styles.group}>
                <Caption1Strong>{title}</Caption1Strong>
              </div>
            </div>
          );
        }
        return (
          <div
            key={key}
            ref={virtual.measureElement}
            role="option"
            id={optionId(item.place)}
            aria-selected={item.place === active}
            aria-setsize={total}
            aria-posinset={item.place + 1}
            onClick={() => onOpen(item.record)}
            {...at}
          >
            <Option record={item.record} isActive={item.place === active} />
          </div>
        );
      })}
    </div>
  );
}

function Option({ record, isActive }: { readonly record: SearchRecord; readonly isActive: boolean }) {
  const pane = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  const { table, row } = record;
  const title = titleOf(data, pane, table, row);
  const details = (searchDetails[table] ?? []).map((column) => cellOf(data, pane, table, column, row));
  const others = details.filter((detail) => detail !== null && detail !== title);
  return (
    <div className={mergeClasses(styles.option, isActive && styles.active)}>
      <Body1 className={styles.line}>{title}</Body1>
      <Caption1 className={mergeClasses(styles.line, styles.detail)}>{joined(others)}</Caption1>
    </div>
  );
}
