import { useState } from 'react';
import { Body1, Button, Field, Input, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { CadenceUnit } from '../../crm/cadence';
import type { Snapshot } from '../../crm/snapshot';
import { setUpCadence, type RuleCadence } from '../../actions/setUpCadence';
import { customersByRule, visitsPerWeek } from '../../template/views/cadenceLoad';
import { sourceOf } from '../../template/views/source';
import { Figure } from '../components/Figure';
import { Held } from '../components/Held';
import { ListOptions } from '../components/ListOptions';
import { PlainList } from '../components/PlainList';
import { TaskStatus } from '../components/TaskStatus';
import { usePane, useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';
import { narrow } from '../reflow';
import type { Done } from '../session';
import type { StepProps } from './WizardView';

const useStyles = makeStyles({
  secondary: { color: tokens.colorNeutralForeground2 },
  rule: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlockEnd: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start', [narrow]: { flexWrap: 'wrap' } },
  number: { width: '96px', '& input': { minWidth: 0 } },
  unit: { flexGrow: 1, maxWidth: '200px' },
});

/** A rule with what the person typed; other texts than whole numbers are told and not written. */
interface Draft {
  /** What they saw when they began: the workbook may be read again meanwhile. */
  readonly from: Snapshot;
  readonly every: string;
  readonly unit: CadenceUnit;
}

const longest = 999;
const everyOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const isRight = (text: string): boolean => {
  const every = everyOf(text);
  return every === null || (Number.isInteger(every) && every >= 1 && every <= longest);
};

/** How often customers of each kind are visited, and what that comes to in a week (C-35, C-65). */
export function CadenceStep({ onDone, onNext }: StepProps) {
  const { session, t, format } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const { rules } = data.figures.environment;
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const draftOf = ({ rule, every, unit }: (typeof rules)[number]): Draft =>
    drafts[rule!] ?? { from: data.snapshot, every: every ? String(every) : '', unit: unit ?? 'weeks' };
  const groups = customersByRule(sourceOf(data.figures.computed), data.figures.environment);
  const loads = rules.map((rule, at) => loadOf(draftOf(rule), groups[at]!.length));
  const total = loads.reduce((sum, load) => sum + load, 0);
  const changesets = Object.entries(drafts).map(([rule, draft]) => setUpCadence(draft.from, [asCadence(rule, draft)]));
  const changeset = { ...setUpCadence(data.snapshot, []), updates: changesets.flatMap(({ updates }) => updates) };
  const write = useTask<Done>((done) => onDone(done, t('wizard.cadence.done')));
  const isSaving = write.state.status === 'running';
  const save = () => (changeset.updates.length ? write.run((options) => session.setUp(changeset, options)) : onNext());
  return (
    <>
      <Body1 className={styles.secondary}>{t('wizard.cadence.text')}</Body1>
      <Held when={isSaving}>
        <PlainList gap="M" ordered>
          {rules.map((rule, at) => (
            <li key={rule.rule ?? at}>
              <RuleLine
                name={String(rule.name ?? rule.rule ?? '')}
                draft={draftOf(rule)}
                disabled={locked || !rule.rule}
                onChange={(draft) => setDrafts({ ...drafts, [rule.rule!]: draft })}
                rows={groups[at]!}
                load={loads[at]!}
              />
            </li>
          ))}
        </PlainList>
      </Held>
      <Text size={200} className={styles.secondary}>
        {t('wizard.cadence.never')}
      </Text>
      <Body1 role="status">
        {groups.some((rows) => rows.length) ? (
          <Figure
            text={t('wizard.cadence.total', { count: Math.ceil(total), visits: format.number(rounded(total)) })}
            list={() => ({ title: t('wizard.step.cadence'), table: 'customers', rows: groups.flat() })}
          />
        ) : (
          t('wizard.cadence.noCustomers')
        )}
      </Body1>
      <Button
        appearance="primary"
        size="large"
        disabled={locked || Object.values(drafts).some(({ every }) => !isRight(every))}
        disabledFocusable={isSaving}
        onClick={save}
      >
        {t('wizard.cadence.button')}
      </Button>
      <TaskStatus task={write} label={t('wizard.saving')} onRetry={save} />
    </>
  );
}

const asCadence = (rule: string, { every, unit }: Draft): RuleCadence => ({ rule, every: everyOf(every), unit });

const loadOf = ({ every, unit }: Draft, customers: number): number =>
  isRight(every) ? visitsPerWeek(customers, everyOf(every), unit) : 0;

/** Small loads would all be 0 or 1 without a decimal. */
const rounded = (visits: number): number => (visits < 10 ? Math.round(visits * 10) / 10 : Math.round(visits));

interface RuleLineProps {
  readonly name: string;
  readonly draft: Draft;
  readonly disabled: boolean;
  readonly onChange: (draft: Draft) => void;
  /** Customers whom the rule is about. */
  readonly rows: readonly number[];
  /** Visits a week. */
  readonly load: number;
}

function RuleLine({ name, draft, disabled, onChange, rows, load }: RuleLineProps) {
  const { t, format } = usePane();
  const styles = useStyles();
  const list = () => ({ title: name, table: 'customers', rows });
  return (
    <div className={styles.rule} role="group" aria-label={name}>
      <Text weight="semibold">{name}</Text>
      <div className={styles.line}>
        <Field className={styles.number} validationMessage={isRight(draft.every) ? undefined : t('wizard.cadence.bad')}>
          <Input
            type="number"
            min={1}
            max={longest}
            aria-label={t('wizard.cadence.everyOf', { name })}
            value={draft.every}
            disabled={disabled}
            onChange={(_, { value }) => onChange({ ...draft, every: value })}
          />
        </Field>
        <Select
          className={styles.unit}
          aria-label={t('wizard.cadence.unitOf', { name })}
          value={draft.unit}
          disabled={disabled}
          onChange={(_, { value }) => onChange({ ...draft, unit: value as CadenceUnit })}
        >
          <ListOptions list="cadenceUnit" />
        </Select>
      </div>
      {rows.length > 0 && (
        <Text size={200} className={styles.secondary}>
          <Figure text={t('wizard.cadence.fits', { count: rows.length })} list={list} /> ·{' '}
          <Figure
            text={t('wizard.cadence.load', { count: Math.ceil(load), visits: format.number(rounded(load)) })}
            list={list}
          />
        </Text>
      )}
    </div>
  );
}
