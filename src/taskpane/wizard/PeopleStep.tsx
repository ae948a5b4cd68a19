import { useMemo, useState } from 'react';
import { Body1, Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { PersonAdd20Regular } from '@fluentui/react-icons';
import { isBlank, peopleOf, peopleProblems, setUpPeople, type PersonEntry } from '../../actions/setUpPeople';
import type { Snapshot } from '../../crm/snapshot';
import { Held } from '../components/Held';
import { PlainList } from '../components/PlainList';
import { TaskStatus } from '../components/TaskStatus';
import { VirtualList } from '../components/VirtualList';
import { usePane, useWorkbook } from '../context';
import { useMe } from '../hooks/useMe';
import { useTask } from '../hooks/useTask';
import type { Done } from '../session';
import { PastePeople } from './PastePeople';
import { PersonCard } from './PersonCard';
import { PersonOptions } from './PersonOptions';
import type { StepProps } from './WizardView';

const useStyles = makeStyles({
  secondary: { color: tokens.colorNeutralForeground2 },
  virtual: { paddingBlockEnd: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The list as somebody changed it, and what they saw when they began: the workbook may be read again meanwhile. */
interface Draft {
  readonly from: Snapshot;
  readonly people: readonly PersonEntry[];
}

/** Longer lists draw only what can be seen. */
const mostDrawn = 50;

/** Who is who: people with role, supervisor and e-mail, and which of them sits here. */
export function PeopleStep({ onDone, onNext }: StepProps) {
  const { session, t } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const [me, chooseMe] = useMe();
  const newPerson = (): PersonEntry => ({
    id: session.newId('team'),
    name: '',
    role: '',
    supervisor: '',
    email: '',
  });
  const [draft, setDraft] = useState<Draft | null>(null);
  const [first] = useState(newPerson);
  const from = draft?.from ?? data.snapshot;
  const before = useMemo(() => peopleOf(from), [from]);
  const present = new Set(before.map(({ id }) => id));
  const people = draft?.people ?? (before.length ? before : [first]);
  const setPeople = (changed: readonly PersonEntry[]) => setDraft({ from, people: changed });
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [chosenMe, setChosenMe] = useState(me ?? '');
  const problems = peopleProblems(people);
  const changeset = setUpPeople(from, people);
  const count = changeset.appends.length + new Set(changeset.updates.map(({ id }) => id)).size;
  const keepMe = () => {
    const known = people.some((person) => person.id === chosenMe && !isBlank(person));
    if (known || !chosenMe) chooseMe(chosenMe || null);
  };
  const write = useTask<Done>((done) => {
    if (done.report.conflicts.length === 0) keepMe();
    onDone(done, t('wizard.people.done', { count }));
  });
  const isSaving = write.state.status === 'running';
  const save = () => {
    if (count > 0) return write.run((options) => session.setUp(changeset, options));
    keepMe();
    onNext();
  };
  const change = (person: PersonEntry) => setPeople(people.map((other) => (other.id === person.id ? person : other)));
  const remove = ({ id }: PersonEntry) =>
    setPeople(
      people
        .filter((person) => person.id !== id)
        .map((person) => (person.supervisor === id ? { ...person, supervisor: '' } : person)),
    );
  const toggle = (id: string) =>
    setOpened(new Set(opened.has(id) ? [...opened].filter((other) => other !== id) : [...opened, id]));
  const card = (person: PersonEntry) => (
    <PersonCard
      person={person}
      people={people}
      isPresent={present.has(person.id)}
      isOpen={opened.has(person.id) || !present.has(person.id)}
      problem={problems.get(person.id) ?? null}
      disabled={locked}
      onToggle={() => toggle(person.id)}
      onChange={change}
      onRemove={() => remove(person)}
    />
  );
  return (
    <>
      <Body1 className={styles.secondary}>{t('wizard.people.text')}</Body1>
      <Held when={isSaving}>
        {people.length > mostDrawn ? (
          <VirtualList items={people} keyOf={({ id }) => id} itemHeight={64} label={t('wizard.people.list')}>
            {(person) => <div className={styles.virtual}>{card(person)}</div>}
          </VirtualList>
        ) : (
          <PlainList label={t('wizard.people.list')} gap="S">
            {people.map((person) => (
              <li key={person.id}>{card(person)}</li>
            ))}
          </PlainList>
        )}
        <div className={styles.actions}>
          <Button icon={<PersonAdd20Regular />} disabled={locked} onClick={() => setPeople([...people, newPerson()])}>
            {t('wizard.people.add')}
          </Button>
          <PastePeople
            people={people}
            disabled={locked}
            onPeople={(pasted) =>
              setPeople([...people.filter((person) => present.has(person.id) || !isBlank(person)), ...pasted])
            }
          />
        </div>
        <Field label={t('wizard.people.me')} hint={t('wizard.people.meHint')}>
          <Select value={chosenMe} onChange={(_, { value }) => setChosenMe(value)}>
            <option value="">{t('wizard.people.notMe')}</option>
            <PersonOptions people={people} />
          </Select>
        </Field>
      </Held>
      <Button
        appearance="primary"
        size="large"
        disabled={(locked && count > 0) || problems.size > 0}
        disabledFocusable={isSaving}
        onClick={save}
      >
        {t('wizard.people.button')}
      </Button>
      <TaskStatus task={write} label={t('wizard.saving')} onRetry={save} />
    </>
  );
}
