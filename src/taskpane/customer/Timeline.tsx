import { useState, type ReactElement } from 'react';
import { Body1Strong, Caption1, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSync20Regular,
  BoxCheckmark20Regular,
  Chat20Regular,
  EmojiSmileSlight20Regular,
  Filter20Regular,
  Flag20Regular,
  Megaphone20Regular,
  PersonSwap20Regular,
  Ribbon20Regular,
  TicketDiagonal20Regular,
} from '@fluentui/react-icons';
import { timelineKinds, type TimelineItem, type TimelineKind } from '../../template/views/customer';
import { columnDef, tableDef } from '../../template/load';
import { fewLines } from '../fewLines';
import { Line } from '../components/Line';
import { SectionTitle } from '../components/SectionTitle';
import { VirtualList } from '../components/VirtualList';
import { usePane, useWorkbook, type PaneData } from '../context';
import { joined } from '../inText';
import { cellOf, type Words } from './text';
import { ToRow } from './ToRow';

const icons: Readonly<Record<TimelineKind, ReactElement>> = {
  visit: <Chat20Regular />,
  deal: <Filter20Regular />,
  order: <BoxCheckmark20Regular />,
  ticket: <TicketDiagonal20Regular />,
  campaign: <Megaphone20Regular />,
  survey: <EmojiSmileSlight20Regular />,
  review: <Ribbon20Regular />,
  lifecycle: <ArrowSync20Regular />,
  owner: <PersonSwap20Regular />,
  milestone: <Flag20Regular />,
};

/** What the timeline shows of a record, by event; `named` cells carry the caption of their column. */
const shows: Readonly<Record<string, { readonly cells: readonly string[]; readonly named?: readonly string[] }>> = {
  visit: { cells: ['channel', 'outcome', 'owner'], named: ['satisfaction'] },
  visitPlanned: { cells: ['channel', 'owner'] },
  dealCreated: { cells: ['name', 'amount', 'source'] },
  stage: { cells: ['opportunity', 'stage', 'outcome', 'by'] },
  dealClosed: { cells: ['name', 'outcome', 'amount', 'lostReason'] },
  order: { cells: ['amount', 'product', 'status', 'id'] },
  ticket: { cells: ['subject', 'type', 'status'] },
  campaign: { cells: ['campaign', 'state'] },
  survey: { cells: ['kind', 'channel'], named: ['score'] },
  review: { cells: ['why'], named: ['from', 'to'] },
  lifecycle: { cells: ['lifecycle', 'rule'] },
  owner: { cells: ['kind'], named: ['from', 'to'] },
  milestone: { cells: ['name'] },
  milestoneDue: { cells: ['name', 'state'] },
};

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 'auto', fontWeight: tokens.fontWeightRegular },
  head: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  note: fewLines(3),
});

/** Everything that was recorded, newest first; kinds narrow it down. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  const { t } = usePane();
  const styles = useStyles();
  const [chosen, choose] = useState<ReadonlySet<TimelineKind>>(new Set());
  const there = timelineKinds.filter((kind) => items.some((item) => item.kind === kind));
  const picked = there.some((kind) => chosen.has(kind)) ? items.filter(({ kind }) => chosen.has(kind)) : items;
  const toggle = (kind: TimelineKind) => {
    const next = new Set(chosen);
    if (!next.delete(kind)) next.add(kind);
    choose(next);
  };
  return (
    <section className={styles.part}>
      <SectionTitle>{t('customer.timeline')}</SectionTitle>
      {there.length > 1 && (
        <div role="group" className={styles.chips} aria-label={t('customer.filter')}>
          {there.map((kind) => (
            <ToggleButton
              key={kind}
              size="small"
              shape="circular"
              className={styles.chip}
              checked={chosen.has(kind)}
              onClick={() => toggle(kind)}
            >
              {t('customer.kindCount', {
                kind: t(`customer.kind.${kind}`),
                count: items.filter((item) => item.kind === kind).length,
              })}
            </ToggleButton>
          ))}
        </div>
      )}
      {items.length ? (
        <VirtualList
          items={picked}
          keyOf={({ event, table, row }) => `${event}.${table}.${row}`}
          itemHeight={60}
          label={t('customer.timeline')}
        >
          {(item) => <Entry item={item} />}
        </VirtualList>
      ) : (
        <Caption1 className={styles.quiet}>{t('customer.timelineEmpty')}</Caption1>
      )}
    </section>
  );
}

function Entry({ item }: { readonly item: TimelineItem }) {
  const pane = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  const { kind, event, table, row, at } = item;
  const name = pane.t(`customer.event.${event}`);
  const day = at === null ? pane.t('customer.undated') : pane.format.date(at);
  const note = hasNote(table) ? cellOf(data, pane, table, 'note', row) : null;
  return (
    <Line icon={icons[kind]} tools={<ToRow table={table} row={row} name={`${name} ${day}`} />}>
      <span className={styles.head}>
        <Body1Strong>{name}</Body1Strong>
        <Caption1 className={styles.quiet}>{day}</Caption1>
      </span>
      <Caption1 className={mergeClasses(styles.quiet, styles.note)}>{details(item, data, pane)}</Caption1>
      {note && <Caption1 className={styles.note}>{note}</Caption1>}
    </Line>
  );
}

const hasNote = (table: string): boolean => tableDef(table).columns.some(({ id }) => id === 'note');

function details({ event, table, row }: TimelineItem, data: PaneData, words: Words): string {
  const { cells, named = [] } = shows[event]!;
  const plain = cells.map((column) => cellOf(data, words, table, column, row));
  const captioned = named.map((column) => {
    const value = cellOf(data, words, table, column, row);
    const caption = columnDef(tableDef(table), column).caption[words.language];
    return value === null ? null : words.t('customer.named', { caption, value });
  });
  return joined([...plain, ...captioned]);
}
