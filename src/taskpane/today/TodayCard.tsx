import { Badge, Button, Caption1, Text, Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowRight16Regular,
  CalendarLtr16Regular,
  Flag16Regular,
  Gift16Regular,
  Megaphone16Regular,
  MoneyHand16Regular,
  TargetArrow16Regular,
  TicketDiagonal16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { TodayItem } from '../../actions/report/today';
import { usePane, useWorkbook } from '../context';
import { CardMenu } from './CardMenu';
import { primaryOf, type Act } from './primary';
import { detailOf, headingOf, latenessText, reasonText } from './text';
import { isHarmless } from './useActs';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  icon: { flexShrink: 0, marginBlockStart: '2px', color: tokens.colorNeutralForeground3, lineHeight: 0 },
  title: { overflowWrap: 'anywhere', minWidth: 0, maxHeight: '4em', overflowY: 'hidden' },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', maxHeight: '6em', overflowY: 'hidden' },
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

/** What can be asked for of an item besides its acts. */
export interface CardHandlers {
  readonly onAct: (act: Act, item: TodayItem) => void;
  readonly onGoTo: (item: TodayItem) => void;
  readonly onCopy: (text: string) => void;
  readonly onPostpone: (item: TodayItem) => void;
  readonly onReassign: (item: TodayItem) => void;
}

/** One thing that waits: what, how late, why, for whom, and the one click that settles it. */
export function TodayCard({ item, ...handlers }: CardHandlers & { readonly item: TodayItem }) {
  const pane = usePane();
  const { t, format } = pane;
  const styles = useStyles();
  const { data, locked } = useWorkbook();
  const primary = primaryOf(item);
  const name = headingOf(item);
  // The sentence about money has the amount already.
  const isTold = item.value === null || item.kind === 'money';
  const stake = isTold ? null : t('today.atStake', { amount: format.shortMoney(item.value) });
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <span className={styles.head}>
          <Tooltip content={t(`today.kind.${item.kind}`)} relationship="label">
            <span className={styles.icon} role="img">
              {icons[item.kind]}
            </span>
          </Tooltip>
          <Text weight="semibold" className={styles.title}>
            {name}
          </Text>
        </span>
        <Badge className={styles.badge} appearance="tint" shape="rounded" color={badgeColor(item.daysLate)}>
          {latenessText(item, t)}
        </Badge>
      </div>
      <Caption1 className={styles.detail}>
        {[detailOf(item), reasonText(item, data, pane)].filter(Boolean).join(' · ')}
      </Caption1>
      <div className={mergeClasses(styles.line, styles.foot)}>
        <Caption1 className={styles.detail}>
          {[item.owner?.name ?? t('today.noOwner'), stake].filter(Boolean).join(' · ')}
        </Caption1>
        <span className={styles.actions}>
          {item.id !== null && (
            <Tooltip content={t('pane.goTo')} relationship="description">
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowRight16Regular />}
                aria-label={t('pane.goToNamed', { name })}
                onClick={() => handlers.onGoTo(item)}
              />
            </Tooltip>
          )}
          {primary && (
            <Button
              size="small"
              disabled={locked && !isHarmless(primary)}
              aria-label={t('today.act.named', { action: t(`today.act.${primary}`), name })}
              onClick={() => handlers.onAct(primary, item)}
            >
              {t(`today.act.${primary}`)}
            </Button>
          )}
          <CardMenu item={item} {...handlers} />
        </span>
      </div>
    </div>
  );
}
