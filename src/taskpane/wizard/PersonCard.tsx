import { Field, Input, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular, Edit20Regular } from '@fluentui/react-icons';
import type { PersonEntry, PersonProblem } from '../../actions/setUpPeople';
import { labelOf } from '../../template/labels';
import { template } from '../../template/load';
import { IconButton } from '../components/IconButton';
import { ListOptions } from '../components/ListOptions';
import { usePane, useWorkbook } from '../context';
import { joined } from '../inText';
import { narrow } from '../reflow';
import { PersonOptions } from './PersonOptions';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  secondary: { color: tokens.colorNeutralForeground2 },
  name: { flexGrow: 1, minWidth: 0, '& input': { minWidth: 0 } },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    '& .fui-Select, & select': { minWidth: 0, width: '100%' },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

interface Props {
  readonly person: PersonEntry;
  /** All of them: who can be a supervisor. */
  readonly people: readonly PersonEntry[];
  /** Already in the workbook: the name stays, because cells refer to it. */
  readonly isPresent: boolean;
  readonly isOpen: boolean;
  readonly problem: PersonProblem | null;
  readonly disabled: boolean;
  readonly onToggle: () => void;
  readonly onChange: (person: PersonEntry) => void;
  readonly onRemove: () => void;
}

/** One person: a line until somebody wants to change it, then its fields. */
export function PersonCard(props: Props) {
  const { person, isPresent, isOpen, problem } = props;
  const { t } = usePane();
  const styles = useStyles();
  const label = person.name || t('wizard.people.unnamed');
  return (
    <div className={styles.card} role="group" aria-label={label}>
      {isPresent ? <Line {...props} /> : <NameField {...props} />}
      {isOpen && <Details {...props} problem={problem} />}
    </div>
  );
}

function Line({ person, people, isOpen, disabled, onToggle }: Props) {
  const { t, language } = usePane();
  const { snapshot } = useWorkbook().data;
  const styles = useStyles();
  const above = people.find(({ id }) => id === person.supervisor)?.name;
  const facts = [
    person.role && labelOf(template, snapshot, language, 'role', person.role),
    above && t('wizard.people.reportsTo', { name: above }),
  ].filter(Boolean);
  return (
    <div className={styles.line}>
      <span className={styles.text}>
        <Text weight="semibold">{person.name}</Text>
        {!isOpen && facts.length > 0 && (
          <Text size={200} className={styles.secondary}>
            {joined(facts)}
          </Text>
        )}
      </span>
      <IconButton
        icon={<Edit20Regular />}
        label={t('wizard.people.editPerson', { name: person.name })}
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={onToggle}
      />
    </div>
  );
}

/** Problems that stand at the name; the others stand at the field that they are about. */
const ofName: ReadonlySet<PersonProblem | null> = new Set(['noName', 'sameName']);

function NameField({ person, problem, disabled, onChange, onRemove }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  return (
    <Field
      label={t('wizard.people.name')}
      validationMessage={ofName.has(problem) ? t(`wizard.people.problem.${problem}`) : undefined}
    >
      {(field) => (
        <div className={styles.line}>
          <Input
            {...field}
            className={styles.name}
            value={person.name}
            disabled={disabled}
            onChange={(_, { value }) => onChange({ ...person, name: value })}
          />
          <IconButton
            icon={<Dismiss20Regular />}
            label={t('wizard.people.remove', { name: person.name || t('wizard.people.unnamed') })}
            onClick={onRemove}
          />
        </div>
      )}
    </Field>
  );
}

function Details({ person, people, problem, disabled, onChange }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  return (
    <>
      <div className={styles.pair}>
        <Field label={t('wizard.people.role')}>
          <Select
            value={person.role}
            disabled={disabled}
            onChange={(_, { value }) => onChange({ ...person, role: value })}
          >
            <option value="">{t('wizard.people.noRole')}</option>
            <ListOptions list="role" />
          </Select>
        </Field>
        <Field
          label={t('wizard.people.supervisor')}
          validationMessage={problem === 'circle' ? t('wizard.people.problem.circle') : undefined}
        >
          <Select
            value={person.supervisor}
            disabled={disabled}
            onChange={(_, { value }) => onChange({ ...person, supervisor: value })}
          >
            <option value="">{t('wizard.people.nobody')}</option>
            <PersonOptions people={people.filter(({ id }) => id !== person.id)} />
          </Select>
        </Field>
      </div>
      <Field
        label={t('wizard.people.email')}
        validationMessage={problem === 'badEmail' ? t('wizard.people.problem.badEmail') : undefined}
      >
        <Input
          type="email"
          value={person.email}
          disabled={disabled}
          onChange={(_, { value }) => onChange({ ...person, email: value })}
        />
      </Field>
    </>
  );
}
