import { useId, useMemo, useState } from 'react';
import { Button, Card, Text, makeStyles, tokens } from '@fluentui/react-components';
import { canChoose, defaultChoice, type Choice } from '../../actions/resolve';
import type { Conflict } from '../../actions/home';
import { cellTexts, type CellTexts } from '../changeText';
import { usePane, useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';
import type { Done } from '../session';
import { tableText } from '../tableText';
import { tableTitle } from '../tableTitle';
import { ConflictItem } from './ConflictItem';
import { CopyButton } from './CopyButton';
import { PlainList } from './PlainList';
import { SectionTitle } from './SectionTitle';
import { TaskStatus } from './TaskStatus';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Rendered at most; the copied table has them all. */
const shown = 50;

interface Props {
  readonly done: Done;
  readonly onResolved: (done: Done) => void;
}

/** Cells that say something else than an action saw (decision 17): a choice for each, or a list for bulk changes. */
export function ConflictPanel({ done, onResolved }: Props) {
  const { session, t, language, format } = usePane();
  const { data, locked, reload } = useWorkbook();
  const styles = useStyles();
  const titleId = useId();
  const { conflicts } = done.report;
  const [choices, setChoices] = useState<readonly Choice[]>(() => conflicts.map(defaultChoice));
  const task = useTask<Done>((next) => {
    onResolved(next);
    reload();
  });
  const texts = useMemo(() => cellTexts(data.snapshot, { language, format }), [data.snapshot, language, format]);
  const decides = !done.bulk && conflicts.some(canChoose);
  const apply = () => task.run(() => session.resolve(done, choices));
  const choose = (at: number) => (choice: Choice) =>
    setChoices((current) => current.map((known, index) => (index === at ? choice : known)));

  return (
    <Card role="group" aria-labelledby={titleId}>
      <SectionTitle>
        <span id={titleId}>{t('pane.conflicts.title', { count: conflicts.length })}</span>
      </SectionTitle>
      <Text>{t(`pane.conflicts.${explanation(done)}`)}</Text>
      <PlainList gap="M">
        {conflicts.slice(0, shown).map((conflict, index) => (
          <ConflictItem
            key={index}
            conflict={conflict}
            texts={texts}
            choice={decides && canChoose(conflict) ? choices[index]! : null}
            onChoose={choose(index)}
          />
        ))}
      </PlainList>
      {conflicts.length > shown && <Text size={200}>{t('pane.andMore', { count: conflicts.length - shown })}</Text>}
      <TaskStatus task={task} label={t('pane.conflicts.writing')} onRetry={apply} />
      <div className={styles.actions}>
        {decides && (
          <Button appearance="primary" disabled={locked || task.state.status === 'running'} onClick={apply}>
            {t('pane.conflicts.apply')}
          </Button>
        )}
        <CopyButton text={() => copyOf(conflicts, texts, [t, language])} label={t('pane.conflicts.copy')} />
      </div>
    </Card>
  );
}

const explanation = ({ bulk, report: { conflicts } }: Done): string => {
  if (bulk) return 'bulk';
  return conflicts.every(({ reason }) => reason === 'overwritten') ? 'overwritten' : 'single';
};

type Words = readonly [ReturnType<typeof usePane>['t'], ReturnType<typeof usePane>['language']];

const columns = ['table', 'record', 'field', 'before', 'theirs', 'mine', 'why'] as const;

function copyOf(conflicts: readonly Conflict[], texts: CellTexts, [t, language]: Words): string {
  const head = columns.map((column) => t(`pane.conflicts.column.${column}`));
  const rows = conflicts.map(({ table, id, field, before, current, after, reason }) => [
    tableTitle(table, language),
    `${texts.record(table, id)} (${id})`,
    texts.field(table, field),
    ...[before, current, after].map((value) => texts.value(table, field, value)),
    t(`pane.conflicts.reason.${reason}`),
  ]);
  return tableText([head, ...rows]);
}
