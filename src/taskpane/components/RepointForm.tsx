import { useMemo, useState } from 'react';
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { proposeRepoint, type RepointProposal } from '../../actions/repoint';
import { fold } from '../../shared/text';
import { tableDef } from '../../template/load';
import { usePane, useWorkbook } from '../context';
import { cellsByTable, type MeantLine } from '../dataProblems';
import type { Write } from '../hooks/useWrite';
import { recordOptions, type RecordOption } from '../recordOptions';
import { tableTitle } from '../tableTitle';
import { RecordPicker } from './RecordPicker';
import { Unfolded } from './Unfolded';

const useStyles = makeStyles({
  // The list of records is longer than the form.
  room: { overflow: 'visible' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  outlook: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
});

interface Props {
  readonly line: MeantLine;
  readonly write: Write;
  readonly onClose: () => void;
}

/** Which record the cells of a line mean, and what writing that changes, before it is written. */
export function RepointForm({ line: { table, text, suggestion }, write, onClose }: Props) {
  const { session, t, language, format } = usePane();
  const {
    data: { snapshot },
    locked,
  } = useWorkbook();
  const styles = useStyles();
  const name = suggestion ?? text;
  const options = useMemo(
    () => likelyFirst(recordOptions(snapshot, { language, format }, table), name),
    [snapshot, language, format, table, name],
  );
  const [chosen, setChosen] = useState(() => onlyOne(options, name));
  // Others may have taken the record away meanwhile.
  const to = options.some(({ id }) => id === chosen) ? chosen : null;
  const [isSent, setSent] = useState(false);
  const proposal = useMemo(
    () => (to === null ? null : proposeRepoint(snapshot, { table, text, to })),
    [snapshot, table, text, to],
  );
  const apply = () => {
    setSent(true);
    if (!proposal) return;
    onClose();
    write.write(t('pane.problems.meant.done', { value: text, after: proposal.after }), (run) =>
      session.repoint(proposal.changeset, run),
    );
  };
  const words = {
    label: tableDef(table).label[language],
    open: t('pane.problems.meant.open'),
    none: t('pane.problems.meant.none'),
  };
  const error = isSent && to === null ? t('pane.problems.meant.error') : undefined;
  return (
    <Unfolded
      label={t('pane.problems.meant.chooseNamed', { value: text })}
      className={styles.room}
      takesFirst
      onClose={onClose}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <RecordPicker options={options} words={words} value={to} onChange={setChosen} error={error} />
        {proposal && <Outlook proposal={proposal} />}
        <div className={styles.actions}>
          <Button
            type="submit"
            appearance="primary"
            disabled={locked || write.isRunning || proposal?.cells.length === 0}
          >
            {t('pane.problems.meant.apply')}
          </Button>
          <Button onClick={onClose}>{t('pane.cancel')}</Button>
        </div>
      </form>
    </Unfolded>
  );
}

const isCalled = (name: string) => (option: RecordOption) => fold(option.name) === fold(name);

/** Records of a name before the others: the list shows its beginning. */
function likelyFirst(options: readonly RecordOption[], name: string): readonly RecordOption[] {
  const likely = options.filter(isCalled(name));
  return [...likely, ...options.filter((option) => !likely.includes(option))];
}

/** Id of the record that has this name and shares it with no other that can be chosen. */
function onlyOne(options: readonly RecordOption[], name: string): string | null {
  const likely = options.filter(isCalled(name));
  return likely.length === 1 ? likely[0]!.id : null;
}

/** What would be written where, and what would stay. */
function Outlook({ proposal: { after, cells, ...left } }: { readonly proposal: RepointProposal }) {
  const { t, language } = usePane();
  const styles = useStyles();
  const tables = [...cellsByTable(cells)].map(([table, count]) =>
    t('pane.problems.meant.inTable', { table: tableTitle(table, language), count }),
  );
  const values = { after, tables: new Intl.ListFormat(language).format(tables) };
  const sentences = [
    { key: 'change', count: cells.length },
    { key: 'withoutId', count: left.withoutId },
    { key: 'archived', count: left.archived },
  ].filter(({ count }) => count > 0);
  return (
    <div role="status" className={styles.outlook}>
      {sentences.map(({ key, count }) => (
        <Body1 key={key}>{t(`pane.problems.meant.${key}`, { ...values, count })}</Body1>
      ))}
    </div>
  );
}
