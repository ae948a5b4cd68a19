import { useState } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { proposeHandover, type HandoverProposal } from '../../../actions/handOver';
import { personRecords } from '../../../actions/report/personRecords';
import type { Snapshot } from '../../../crm/snapshot';
import { columnOf } from '../../../template/environment';
import { brief } from '../../brief';
import { usePane, useWorkbook } from '../../context';
import { useSection } from '../../hooks/useSection';
import { useTask } from '../../hooks/useTask';
import { useTeamName } from '../../hooks/useTeamName';
import type { Write } from '../../hooks/useWrite';
import { TaskStatus } from '../TaskStatus';
import { VirtualList } from '../VirtualList';
import { HandOverPreview } from './HandOverPreview';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  action: { alignSelf: 'flex-start' },
});

interface Props {
  /** Id of who hands over, where that is known. */
  readonly from: string | null;
  readonly write: Write;
}

/** A proposal and the reading it was made from: with the next one it is over. */
interface Made {
  readonly from: Snapshot;
  readonly proposal: HandoverProposal;
}

/** Who hands over what to whom; nothing is written before it was shown. */
export function HandOverForm({ from: given, write }: Props) {
  const { t, session } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const people = useSection(personRecords);
  const nameOf = useTeamName();
  const [from, setFrom] = useState(given ?? '');
  const [to, setTo] = useState('');
  const [isAll, setAll] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const task = useTask<Made>();
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      task.reset();
      set(value);
    };
  const giver = people.find(({ id }) => id === from);
  const ids = columnOf(data.snapshot, 'customers', 'id');
  const names = columnOf(data.snapshot, 'customers', 'name');
  const customers = (giver?.customers ?? []).filter((row) => ids[row] !== null);
  const toggle = (id: string) =>
    change(setChosen)(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  const wish = { from, to, customers: isAll ? undefined : [...chosen], note: note || undefined };
  const preview = () =>
    task.ask(async () => ({
      from: data.snapshot,
      proposal: proposeHandover(data.snapshot, wish, session.clock()),
    }));
  const receiver = people.find(({ id }) => id === to);
  const isReady = giver && receiver && (isAll || chosen.size > 0);
  const made = task.state.status === 'done' ? task.state.value : null;
  const proposal = made?.from === data.snapshot && giver && receiver ? made.proposal : null;
  return (
    <div className={styles.form}>
      <Field label={t('team.handover.from')} required>
        <PersonSelect value={from} people={people} onChange={change(setFrom)} />
      </Field>
      <Field label={t('team.handover.to')} required>
        <PersonSelect
          value={to}
          people={people.filter(({ active, id }) => active && id !== from)}
          onChange={change(setTo)}
        />
      </Field>
      <Field label={t('team.handover.what')}>
        <RadioGroup value={isAll ? 'all' : 'some'} onChange={(_, { value }) => change(setAll)(value === 'all')}>
          <Radio value="all" label={t('team.handover.all')} />
          <Radio value="some" label={t('team.handover.some')} disabled={!customers.length} />
        </RadioGroup>
      </Field>
      {!isAll && (
        <VirtualList items={customers} keyOf={(row) => row} itemHeight={32} label={t('team.handover.choose')}>
          {(row) => (
            <Checkbox
              label={brief(String(names[row] ?? ids[row]))}
              checked={chosen.has(String(ids[row]))}
              onChange={() => toggle(String(ids[row]))}
            />
          )}
        </VirtualList>
      )}
      <Field label={t('team.handover.note')}>
        <Textarea value={note} rows={2} onChange={(_, { value }) => change(setNote)(value)} />
      </Field>
      <TaskStatus task={task} label={t('team.handover.working')} onRetry={preview} />
      <Button
        className={styles.action}
        disabled={locked || !isReady}
        disabledFocusable={write.isRunning}
        aria-expanded={proposal !== null}
        onClick={proposal ? task.reset : preview}
      >
        {t('team.handover.show')}
      </Button>
      {proposal && giver && receiver && (
        <HandOverPreview {...{ proposal, write }} from={nameOf(giver)} to={nameOf(receiver)} onClose={task.reset} />
      )}
    </div>
  );
}

interface SelectProps {
  readonly value: string;
  readonly people: readonly { readonly id: string | null; readonly name: string; readonly active: boolean }[];
  readonly onChange: (id: string) => void;
}

function PersonSelect({ value, people, onChange, ...field }: SelectProps) {
  const { t } = usePane();
  const nameOf = useTeamName();
  return (
    <Select {...field} value={value} onChange={(_, data) => onChange(data.value)}>
      <option value="">{t('team.handover.choosePerson')}</option>
      {people.map(
        (person) =>
          person.id !== null && (
            <option key={person.id} value={person.id}>
              {person.active ? nameOf(person) : t('team.handover.left', { name: nameOf(person) })}
            </option>
          ),
      )}
    </Select>
  );
}
