import { Badge, Button, Caption1, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarAdd20Regular, Pin20Filled, Pin20Regular } from '@fluentui/react-icons';
import type { CustomerView } from '../../template/views/customer';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { joined } from '../inText';
import { Reach } from './Reach';
import { ToRow } from './ToRow';
import { cellOf } from './text';

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
});

interface Props {
  readonly customer: CustomerView;
  readonly isPinned: boolean;
}

/** Who it is, and what people do most: log, call, write, go to the row. */
export function Header({ customer, isPinned }: Props) {
  const pane = usePane();
  const { t, navigate } = pane;
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const { id, name, row, tier, isArchived } = customer;
  const shows = (column: string) => cellOf(data, pane, 'customers', column, row);
  const route = encodeURIComponent(id ?? name);
  return (
    <div className={styles.header}>
      <ViewTitle title={name} takesFocus={isPinned}>
        <ToggleButton
          size="small"
          appearance="subtle"
          checked={isPinned}
          icon={isPinned ? <Pin20Filled /> : <Pin20Regular />}
          aria-label={t('customer.pin')}
          title={isPinned ? t('customer.pinned') : t('customer.following')}
          onClick={() => navigate(isPinned ? 'customer' : `customer/${route}`)}
        />
      </ViewTitle>
      <div className={styles.badges}>
        {tier && (
          <Badge appearance="filled" color="brand" shape="rounded">
            {tier}
          </Badge>
        )}
        {customer.lifecycle && (
          <Badge appearance="tint" color="informative" shape="rounded">
            {shows('lifecycle') ?? shows('lifecycleComputed')}
          </Badge>
        )}
        {customer.dueWhy.code === 'doNotContact' && (
          <Badge appearance="tint" color="danger" shape="rounded">
            {t('customer.doNotContact')}
          </Badge>
        )}
        {isArchived && (
          <Badge appearance="outline" color="subtle" shape="rounded">
            {t('customer.archived')}
          </Badge>
        )}
        <Caption1 className={styles.detail}>{joined([id, shows('industry'), shows('region')])}</Caption1>
      </div>
      <div className={styles.tools}>
        {id !== null && (
          <Button
            size="small"
            appearance="primary"
            icon={<CalendarAdd20Regular />}
            disabled={locked || isArchived}
            onClick={() => navigate(`log/${encodeURIComponent(id)}`)}
          >
            {t('customer.log')}
          </Button>
        )}
        <Reach table="customers" row={row} name={name} />
        <ToRow table="customers" row={row} name={name} />
      </div>
    </div>
  );
}
