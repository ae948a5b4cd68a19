import { Badge, Button, Caption1, Text, makeStyles, tokens, type BadgeProps } from '@fluentui/react-components';
import type { TierOverrideLine } from '../../../actions/report/tierOverrides';
import { usePane, useWorkbook, type Pane } from '../../context';
import { dash } from '../../format';
import { useListLabel } from '../../hooks/useListLabel';
import { RecordItem } from '../RecordItem';

const useStyles = makeStyles({
  reason: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const colors: Readonly<Record<TierOverrideLine['state'], BadgeProps['color']>> = {
  expired: 'danger',
  soon: 'warning',
  inForce: 'informative',
};

interface Props {
  readonly line: TierOverrideLine;
  readonly isLocked: boolean;
  readonly onGoTo: (table: string, id: string) => void;
  readonly onChange: (customer: string) => void;
  readonly onRemove: (customer: string) => void;
}

/** One override: what it is, why, how long, and what to do about it. */
export function OverrideItem({ line, isLocked, onGoTo, onChange, onRemove }: Props) {
  const { t, format } = usePane();
  const styles = useStyles();
  const { environment } = useWorkbook().data.figures;
  const label = useListLabel('tier');
  const { customerId, state, reason } = line;
  const name = line.customer || customerId || dash;
  const tiers = { tier: label(line.tier), usual: line.usual === null ? t('tiers.noTier') : label(line.usual) };
  const verb = state === 'inForce' ? 'change' : 'extend';
  return (
    <RecordItem
      title={name}
      badge={
        <Badge appearance="tint" color={colors[state]} shape="rounded">
          {t(`tiers.overrides.state.${state}`)}
        </Badge>
      }
      actions={
        customerId !== null && (
          <>
            <Button
              size="small"
              disabled={isLocked}
              aria-label={t(`tiers.overrides.${verb}Named`, { name })}
              onClick={() => onChange(customerId)}
            >
              {t(`tiers.overrides.${verb}`)}
            </Button>
            <Button
              size="small"
              disabled={isLocked}
              aria-label={t('tiers.overrides.removeNamed', { name })}
              onClick={() => onRemove(customerId)}
            >
              {t('tiers.overrides.remove')}
            </Button>
          </>
        )
      }
      onGoTo={customerId === null ? undefined : () => onGoTo('customers', customerId)}
    >
      <Text size={200}>
        {t(state === 'expired' ? 'tiers.overrides.was' : 'tiers.overrides.instead', tiers)} ·{' '}
        {endText(line, environment.today, { t, format })}
      </Text>
      <Caption1 className={styles.reason}>{reason || t('tiers.overrides.noReason')}</Caption1>
    </RecordItem>
  );
}

function endText({ until, state }: TierOverrideLine, today: number, { t, format }: Pick<Pane, 't' | 'format'>): string {
  if (until === null) return t('tiers.overrides.endless');
  const date = format.date(until);
  if (state === 'expired') return t('tiers.overrides.ended', { date });
  if (until === today) return t('tiers.overrides.lastDay');
  return state === 'soon'
    ? t('tiers.overrides.daysLeft', { count: until - today, date })
    : t('tiers.overrides.until', { date });
}
