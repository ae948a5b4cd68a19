import { useState } from 'react';
import { Body1, Button, Checkbox, Text, Title3, makeStyles } from '@fluentui/react-components';
import type { FunctionCell } from '../../actions/home';
import type { ShareSafePlan, ShareSafeReport } from '../../actions/shareSafe';
import { columnName } from '../columnName';
import { usePane } from '../context';
import { dash } from '../format';
import { useTask } from '../hooks/useTask';
import { joined } from '../inText';
import { Success } from './Success';
import { TaskStatus } from './TaskStatus';

const useStyles = makeStyles({ title: { margin: 0 }, text: { overflowWrap: 'anywhere' } });

/** Rows rendered of a list; the counts above it are of all. */
const shown = 50;

interface Props {
  readonly locked: boolean;
  readonly onDone?: () => void;
}

/** Turns all switched columns back, shows what of the person's own needs the add-in, and proves the result. */
export function ShareSafe({ locked, onDone }: Props) {
  const { session, t } = usePane();
  const styles = useStyles();
  const [chosen, setChosen] = useState<ReadonlySet<FunctionCell>>(new Set());
  const plan = useTask<ShareSafePlan>();
  const work = useTask<ShareSafeReport>(onDone);
  const look = () => {
    work.reset();
    setChosen(new Set());
    plan.ask((options) => session.planShareSafe(options));
  };
  const ready = plan.state.status === 'done' ? plan.state.value : null;
  const start = () => ready && work.run((options) => session.makeShareSafe(ready, [...chosen], options));
  const isReady = ready !== null && work.state.status === 'idle';
  const isDue = isReady && ready.change.columns.length + chosen.size > 0;
  return (
    <>
      <Title3 as="h3" className={styles.title}>
        {t('columns.share.title')}
      </Title3>
      <Body1>{t('columns.share.text')}</Body1>
      <Button disabledFocusable={work.state.status === 'running'} onClick={look}>
        {t(work.state.status === 'done' ? 'columns.share.again' : 'columns.share.look')}
      </Button>
      <TaskStatus task={plan} label={t('columns.share.looking')} onRetry={look} />
      {isReady && <Found plan={ready} chosen={chosen} onChoose={setChosen} />}
      <TaskStatus task={work} label={t('columns.share.working')} onRetry={look} />
      {isDue && (
        <Button appearance="primary" disabled={locked} onClick={start}>
          {t('columns.share.apply')}
        </Button>
      )}
      {work.state.status === 'done' && <Proof report={work.state.value} />}
    </>
  );
}

interface FoundProps {
  readonly plan: ShareSafePlan;
  readonly chosen: ReadonlySet<FunctionCell>;
  readonly onChoose: (chosen: ReadonlySet<FunctionCell>) => void;
}

function Found({ plan: { change, cells }, chosen, onChoose }: FoundProps) {
  const { t, language } = usePane();
  const styles = useStyles();
  // A defined name has no value of its own that could stand in its place.
  const freezable = cells.filter(({ name }) => name === undefined);
  const toggle = (cell: FunctionCell, isChosen: boolean) =>
    onChoose(new Set(isChosen ? [...chosen, cell] : [...chosen].filter((other) => other !== cell)));
  if (change.columns.length + cells.length === 0) return <Body1>{t('columns.share.nothing')}</Body1>;
  return (
    <>
      {change.columns.length > 0 && (
        <>
          <Body1>{t('columns.share.columns', { count: change.columns.length })}</Body1>
          <ul>
            {change.columns.map((column) => (
              <li key={`${column.table}.${column.column}`}>{columnName(column, language)}</li>
            ))}
          </ul>
        </>
      )}
      {cells.length > 0 && <Body1>{t('columns.share.cells', { count: cells.length })}</Body1>}
      {freezable.length > 1 && (
        <Checkbox
          label={t('columns.share.all')}
          checked={chosen.size === freezable.length ? true : chosen.size ? 'mixed' : false}
          onChange={(_, { checked }) => onChoose(new Set(checked === true ? freezable : []))}
        />
      )}
      {cells.slice(0, shown).map((cell) => (
        <div key={placeOf(cell, t)}>
          <Checkbox
            label={placeOf(cell, t)}
            disabled={cell.name !== undefined}
            checked={chosen.has(cell)}
            onChange={(_, { checked }) => toggle(cell, checked === true)}
          />
          <Text size={200} block className={styles.text}>
            {cell.formula}
          </Text>
        </div>
      ))}
      <More count={cells.length} />
    </>
  );
}

const placeOf = ({ sheet, address, name }: FunctionCell, t: ReturnType<typeof usePane>['t']): string =>
  name === undefined ? joined([sheet, address], '!') : t('columns.share.name', { name });

function More({ count }: { readonly count: number }) {
  const { t } = usePane();
  return count > shown ? <Text size={200}>{t('pane.andMore', { count: count - shown })}</Text> : null;
}

/** What was compared, what differs, and what a second reading of all formulas found. */
function Proof({ report: { columns, compared, differences, frozen, left } }: { readonly report: ShareSafeReport }) {
  const { t, language } = usePane();
  const text = (cell: unknown) => (cell === '' || cell === null ? dash : String(cell));
  return (
    <>
      {columns.length > 0 && differences.length === 0 && (
        <Success text={t('columns.share.proven', { count: compared })} />
      )}
      {differences.length > 0 && (
        <>
          <Body1>{t('columns.share.differs', { count: differences.length })}</Body1>
          <ul>
            {differences.slice(0, shown).map((difference) => (
              <li key={`${difference.table}.${difference.column}.${difference.row}`}>
                {t('columns.share.difference', {
                  column: columnName(difference, language),
                  row: difference.row,
                  twin: text(difference.twin),
                  native: text(difference.native),
                })}
              </li>
            ))}
          </ul>
          <More count={differences.length} />
        </>
      )}
      {frozen.length > 0 && <Body1>{t('columns.share.frozen', { count: frozen.length })}</Body1>}
      {left.length === 0 ? (
        <Success text={t('columns.share.clean')} />
      ) : (
        <>
          <Body1>{t('columns.share.left', { count: left.length })}</Body1>
          <ul>
            {left.slice(0, shown).map((cell) => (
              <li key={placeOf(cell, t)}>{placeOf(cell, t)}</li>
            ))}
          </ul>
          <More count={left.length} />
        </>
      )}
    </>
  );
}
