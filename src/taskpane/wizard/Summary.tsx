import type { ReactNode } from 'react';
import { Body1, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular } from '@fluentui/react-icons';
import { industryOf } from '../../actions/setUpIndustry';
import { peopleOf } from '../../actions/setUpPeople';
import { industries } from '../../template/industries';
import { customersByRule, visitsPerWeek } from '../../template/views/cadenceLoad';
import { sourceOf } from '../../template/views/source';
import { teamMembers } from '../../template/views/team';
import { Figure } from '../components/Figure';
import { languageNames } from '../languageNames';
import { PlainList } from '../components/PlainList';
import { usePane, useWorkbook } from '../context';
import { useMe } from '../hooks/useMe';
import { narrow } from '../reflow';
import { customerRows, steps, type Step } from './steps';
import type { StepProps } from './WizardView';

const useStyles = makeStyles({
  secondary: { color: tokens.colorNeutralForeground2 },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    [narrow]: { flexWrap: 'wrap' },
  },
  text: { display: 'flex', flexDirection: 'column', flex: '1 0 0', minWidth: '96px', overflowWrap: 'anywhere' },
  done: { color: tokens.colorPaletteGreenForeground1, display: 'flex' },
  open: { color: tokens.colorNeutralForeground3, display: 'flex' },
});

/** What the set-up came to, each part with its way back, and the way to work. */
export function Summary({ done, onGo }: StepProps) {
  const { t, navigate } = usePane();
  const styles = useStyles();
  const facts = useFacts();
  return (
    <>
      <Body1 className={styles.secondary}>{t('wizard.summary.text')}</Body1>
      <PlainList>
        {steps.slice(0, -1).map((step) => {
          const name = t(`wizard.step.${step}`);
          return (
            <li key={step} className={styles.line}>
              <span className={done.has(step) ? styles.done : styles.open}>
                {done.has(step) ? <CheckmarkCircle20Filled /> : <Circle20Regular />}
              </span>
              <span className={styles.text}>
                <Text weight="semibold">{name}</Text>
                <Text size={200} className={styles.secondary}>
                  {facts[step]}
                </Text>
              </span>
              {step !== 'workbook' && (
                <Button size="small" aria-label={t('wizard.editStep', { name })} onClick={() => onGo(step)}>
                  {t('wizard.edit')}
                </Button>
              )}
            </li>
          );
        })}
      </PlainList>
      <Button appearance="primary" size="large" onClick={() => navigate('today')}>
        {t('wizard.summary.start')}
      </Button>
    </>
  );
}

function useFacts(): Readonly<Partial<Record<Step, ReactNode>>> {
  const { t, language, format } = usePane();
  const [me] = useMe();
  const { snapshot, figures, facts } = useWorkbook().data;
  const source = sourceOf(figures.computed);
  const team = teamMembers(source).flatMap(({ active }, row) => (active ? [row] : []));
  const myName = peopleOf(snapshot).find(({ id }) => id === me)?.name;
  const customers = customerRows(snapshot);
  const groups = customersByRule(source, figures.environment);
  const visits = figures.environment.rules.reduce(
    (sum, { every, unit }, at) => sum + visitsPerWeek(groups[at]!.length, every, unit ?? 'weeks'),
    0,
  );
  return {
    workbook: t('wizard.summary.workbook', { language: languageNames[facts.language] }),
    industry: industryOf(snapshot, industries)?.name[language] ?? t('wizard.industry.own'),
    people: team.length ? (
      <>
        <Figure
          text={t('wizard.summary.people', { count: team.length })}
          list={() => ({ title: t('wizard.step.people'), table: 'team', rows: team })}
        />{' '}
        · {myName ? t('wizard.summary.me', { name: myName }) : t('wizard.summary.notMe')}
      </>
    ) : (
      t('wizard.summary.noPeople')
    ),
    cadence: customers.length ? (
      <Figure
        text={t('wizard.cadence.total', { count: Math.ceil(visits), visits: format.number(Math.round(visits)) })}
        list={() => ({ title: t('wizard.step.cadence'), table: 'customers', rows: groups.flat() })}
      />
    ) : (
      t('wizard.cadence.noCustomers')
    ),
    customers: customers.length ? (
      <Figure
        text={t('wizard.cadence.fits', { count: customers.length })}
        list={() => ({ title: t('wizard.step.customers'), table: 'customers', rows: customers })}
      />
    ) : (
      t('wizard.summary.noCustomers')
    ),
  };
}
