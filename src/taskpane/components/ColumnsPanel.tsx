import { useState } from 'react';
import { Body1, Button, Card, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import type { PlanReport } from '../../actions/home';
import {
  formulaOf,
  type ColumnPlace,
  type ColumnsFound,
  type ColumnSwitch,
  type SwitchableColumn,
} from '../../template/switchable';
import { columnName } from '../columnName';
import { usePane } from '../context';
import { useTask } from '../hooks/useTask';
import { PlainList } from './PlainList';
import { ShareSafe } from './ShareSafe';
import { Success } from './Success';
import { TaskStatus } from './TaskStatus';
import { Unfolded } from './Unfolded';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  title: { margin: 0 },
  secondary: { color: tokens.colorNeutralForeground2 },
  item: { paddingBlock: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  preview: { marginBlockStart: tokens.spacingVerticalXS },
  formula: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

/** Columns that can call a function of the add-in instead of their formula, and the way back for all of them. */
export function ColumnsPanel({ locked }: { readonly locked: boolean }) {
  const { session, t } = usePane();
  const styles = useStyles();
  const found = useTask<ColumnsFound>();
  const look = () => found.ask(() => session.lookAtColumns());
  const columns = found.state.status === 'done' ? found.state.value : null;
  return (
    <Card className={styles.card}>
      <Title3 as="h2" className={styles.title}>
        {t('columns.title')}
      </Title3>
      <Body1 className={styles.secondary}>{t('columns.text')}</Body1>
      <Button onClick={look}>{t('columns.look')}</Button>
      <TaskStatus task={found} label={t('columns.looking')} onRetry={look} />
      {columns && !columns.columns.length && <Body1>{t('columns.none')}</Body1>}
      {columns && columns.columns.length > 0 && (
        <PlainList>
          {columns.columns.map((column) => (
            <li key={`${column.table}.${column.column}`} className={styles.item}>
              <ColumnRow column={column} found={columns} locked={locked} onSwitched={look} />
            </li>
          ))}
        </PlainList>
      )}
      <ShareSafe locked={locked} onDone={columns ? look : undefined} />
    </Card>
  );
}

interface RowProps {
  readonly column: SwitchableColumn;
  readonly found: ColumnsFound;
  readonly locked: boolean;
  readonly onSwitched: () => void;
}

/** One column: its state, and the other one with a look at the formula before anything is written. */
function ColumnRow({ column, found, locked, onSwitched }: RowProps) {
  const { session, t, language } = usePane();
  const styles = useStyles();
  const plan = useTask<ColumnSwitch>();
  const [kept, setKept] = useState(0);
  const work = useTask<PlanReport>((report) => {
    setKept(report.kept.reduce((sum, { cells }) => sum + cells, 0));
    plan.reset();
    onSwitched();
  });
  const name = columnName(column, language);
  const to = column.state === 'twin' ? 'native' : 'twin';
  const start = () => {
    work.reset();
    plan.ask(() => session.planSwitch(column, to));
  };
  const ready = plan.state.status === 'done' ? plan.state.value : null;
  return (
    <>
      <div className={styles.line}>
        <Text>
          {name} · <span className={styles.secondary}>{t(`columns.state.${column.state}`)}</span>
        </Text>
        <Button
          size="small"
          disabled={locked}
          disabledFocusable={work.state.status === 'running'}
          aria-expanded={ready !== null}
          aria-label={t(`columns.switchNamed.${to}`, { column: name })}
          onClick={ready ? plan.reset : start}
        >
          {t(`columns.switch.${to}`)}
        </Button>
      </div>
      <TaskStatus task={plan} label={t('columns.planning')} onRetry={start} />
      {ready && (
        <Unfolded
          className={styles.preview}
          label={t(`columns.switchNamed.${to}`, { column: name })}
          onClose={plan.reset}
        >
          <Preview change={ready} column={column} found={found} />
          {work.state.status === 'idle' && (
            <div className={styles.line}>
              <Button
                size="small"
                appearance="primary"
                disabled={locked}
                onClick={() => work.run((options) => session.switchColumn(ready, options))}
              >
                {t('columns.apply')}
              </Button>
              <Button size="small" onClick={plan.reset}>
                {t('columns.cancel')}
              </Button>
            </div>
          )}
        </Unfolded>
      )}
      <TaskStatus task={work} label={t('columns.working')} onRetry={start} />
      {work.state.status === 'done' && <Success text={t('columns.done', { column: name })} />}
      {work.state.status === 'done' && kept > 0 && <Body1>{t('columns.kept', { count: kept })}</Body1>}
    </>
  );
}

interface PreviewProps {
  readonly change: ColumnSwitch;
  readonly column: ColumnPlace & Pick<SwitchableColumn, 'rows'>;
  readonly found: ColumnsFound;
}

function Preview({ change, column, found }: PreviewProps) {
  const { t, language } = usePane();
  const styles = useStyles();
  return (
    <>
      <Text size={200} block>
        {t('columns.preview', { column: columnName(column, language), count: column.rows })}
      </Text>
      <Text size={200} block className={styles.formula}>
        {formulaOf(column, change.to, found.names)}
      </Text>
    </>
  );
}
