import { useMemo, useState } from 'react';
import { Body1Strong, Button, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Problem } from '../../crm/snapshot';
import { usePane, useWorkbook } from '../context';
import { cellsByTable, meantLines, type MeantLine } from '../dataProblems';
import { fewLines } from '../fewLines';
import type { Write } from '../hooks/useWrite';
import { tableTitle } from '../tableTitle';
import { PlainList } from './PlainList';
import { ProblemRows } from './ProblemRows';
import { RepointForm } from './RepointForm';
import { Unfolded } from './Unfolded';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: fewLines(3),
  table: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Lines rendered at once; mended ones make room for the next. */
const shown = 50;

interface Props {
  readonly problems: readonly Problem[];
  readonly write: Write;
  readonly onGoTo: (table: string, id: string) => void;
}

/** References that lead nowhere, or to several records: one line for all cells that say the same, mended in one go. */
export function MeantLines({ problems, ...rest }: Props) {
  const { t } = usePane();
  const lines = useMemo(() => meantLines(problems), [problems]);
  return (
    <>
      <PlainList>
        {lines.slice(0, shown).map((line) => (
          <li key={`${line.table} ${line.text}`}>
            <Line line={line} {...rest} />
          </li>
        ))}
      </PlainList>
      {lines.length > shown && <Text size={200}>{t('pane.andMore', { count: lines.length - shown })}</Text>}
    </>
  );
}

interface LineProps extends Omit<Props, 'problems'> {
  readonly line: MeantLine;
}

function Line({ line, write, onGoTo }: LineProps) {
  const { t, language } = usePane();
  const { locked } = useWorkbook();
  const styles = useStyles();
  const [open, setOpen] = useState<'choose' | 'rows' | null>(null);
  const close = () => setOpen(null);
  const { table, text: value, problems } = line;
  const tables = [...cellsByTable(problems).keys()].map((id) => tableTitle(id, language));
  const cells = { value, count: problems.length, tables: new Intl.ListFormat(language).format(tables) };
  const opener = (what: 'choose' | 'rows') => ({
    children: t(`pane.problems.meant.${what}`),
    size: 'small' as const,
    'aria-label': t(`pane.problems.meant.${what}Named`, { value }),
    'aria-expanded': open === what,
    onClick: () => setOpen(open === what ? null : what),
  });
  return (
    <div className={styles.line}>
      <Body1Strong className={styles.title}>{t('pane.problems.meant.cells', cells)}</Body1Strong>
      <Caption1 className={styles.table}>
        {t('pane.problems.meant.to', { table: tableTitle(table, language) })}
      </Caption1>
      <div className={styles.actions}>
        <Button {...opener('choose')} disabled={locked} disabledFocusable={write.isRunning} />
        <Button {...opener('rows')} appearance="subtle" />
      </div>
      {open === 'choose' && <RepointForm line={line} write={write} onClose={close} />}
      {open === 'rows' && (
        <Unfolded label={t('pane.problems.meant.rowsNamed', { value })} onClose={close}>
          <ProblemRows problems={problems} onGoTo={onGoTo} />
        </Unfolded>
      )}
    </div>
  );
}
