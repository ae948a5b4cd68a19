import { Badge, Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import {
  CalendarLtr16Regular,
  Flag16Regular,
  Gift16Regular,
  Megaphone16Regular,
  MoneyHand16Regular,
  MoreHorizontal16Regular,
  TargetArrow16Regular,
  TicketDiagonal16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { TodayItem } from '../../actions/report/today';
import { fewLines } from '../fewLines';
import { GoToButton } from '../components/GoToButton';
import { MenuOpener } from '../components/MenuOpener';
import { useItemStyles } from '../components/useItemStyles';
import { usePane, useWorkbook } from '../context';
import { joined } from '../inText';
import { later } from '../later';
import { primaryOf, type Act } from './primary';
import { detailOf, headingOf, latenessText, reasonText } from './text';
import type { Acted } from './useActed';
import { isHarmless } from './useActs';

const CardMenu = later(() => import('./CardMenu').then((file) => file.CardMenu));

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  icon: { flexShrink: 0, marginBlockStart: '2px', color: tokens.colorNeutralForeground3, lineHeight: 0 },
  // The looks of Fluent's Text and Caption1 without a component for each line of a long list.
  title: {
    ...typographyStyles.body1Strong,
    ...fewLines(3),
    minWidth: 0,
  },
  detail: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    ...fewLines(4),
  },
  badge: { flexShrink: 0, whiteSpace: 'nowrap' },
  foot: { alignItems: 'center' },
  actions: { display: 'flex', flexShrink: 0, gap: tokens.spacingHorizontalXXS },
});

const icons: Readonly<Record<TodayItem['kind'], ReactElement>> = {
  revisit: <CalendarLtr16Regular />,
  ticket: <TicketDiagonal16Regular />,
  money: <MoneyHand16Regular />,
  deal: <TargetArrow16Regular />,
  care: <Gift16Regular />,
  campaignTask: <Megaphone16Regular />,
  milestone: <Flag16Regular />,
};

/** From this many days on something is shown as badly late. */
const badlyLate = 14;

const badgeColor = (daysLate: number) => {
  if (daysLate < 0) return 'informative';
  return daysLate >= badlyLate ? 'danger' : 'warning';
};

const actedColors = { saving: 'informative', settled: 'success' } as const;

/** What can be asked for of an item besides its acts. */
export interface CardHandlers {
  readonly onAct: (act: Act, item: TodayItem) => void;
  readonly onGoTo: (item: TodayItem) => void;
  readonly onCopy: (text: string) => void;
  readonly onPostpone: (item: TodayItem) => void;
  readonly onReassign: (item: TodayItem) => void;
}

interface Props extends CardHandlers {
  readonly item: TodayItem;
  /** What has become of it since the list was read; `null` = nothing yet. */
  readonly acted: Acted | null;
  /** Something is being written: one thing at a time. */
  readonly isBusy: boolean;
}

/** One thing that waits: what, how late, why, for whom, and the one click that settles it. */
export function TodayCard({ item, acted, isBusy, ...handlers }: Props) {
  const pane = usePane();
  const { t, format } = pane;
  const { item: card, line } = useItemStyles();
  const styles = useStyles();
  const { data, locked } = useWorkbook();
  const primary = primaryOf(item);
  const name = headingOf(item);
  const kind = t(`today.kind.${item.kind}`);
  // The sentence about money has the amount already.
  const isTold = item.value === null || item.kind === 'money';
  const stake = isTold ? null : t('today.atStake', { amount: format.shortMoney(item.value) });
  return (
    <div className={card}>
      <div className={line}>
        <span className={styles.head}>
          <span className={styles.icon} role="img" aria-label={kind} title={kind}>
            {icons[item.kind]}
          </span>
          <span className={styles.title}>{name}</span>
        </span>
        <Badge
          className={styles.badge}
          appearance="tint"
          shape="rounded"
          color={acted ? actedColors[acted] : badgeColor(item.daysLate)}
        >
          {acted ? t(`today.acted.${acted}`) : latenessText(item, t)}
        </Badge>
      </div>
      <span className={styles.detail}>{joined([detailOf(item), reasonText(item, data, pane)])}</span>
      <div className={mergeClasses(line, styles.foot)}>
        <span className={styles.detail}>{joined([item.owner?.name ?? t('today.noOwner'), stake])}</span>
        <span className={styles.actions}>
          {item.id !== null && <GoToButton name={name} onClick={() => handlers.onGoTo(item)} />}
          {primary && (
            <Button
              size="small"
              disabled={locked && !isHarmless(primary)}
              disabledFocusable={isBusy || acted !== null}
              aria-label={t('today.act.named', { action: t(`today.act.${primary}`), name })}
              onClick={() => handlers.onAct(primary, item)}
            >
              {t(`today.act.${primary}`)}
            </Button>
          )}
          <MenuOpener size="small" icon={<MoreHorizontal16Regular />} label={t('today.act.more', { name })}>
            {(menu) => <CardMenu item={item} menu={menu} isBusy={isBusy} {...handlers} />}
          </MenuOpener>
        </span>
      </div>
    </div>
  );
}
