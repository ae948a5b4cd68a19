import type { ReactNode } from 'react';
import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Filled, ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { usePane } from '../context';
import { narrow } from '../reflow';
import { stepAfter, stepBefore, steps, type Step } from './steps';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    gap: tokens.spacingHorizontalXXS,
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    flexGrow: 1,
    [narrow]: { flexBasis: '30%', justifyContent: 'center' },
  },
  last: { flexGrow: 0, [narrow]: { flexGrow: 1 } },
  mark: { minWidth: '28px', width: '28px', height: '28px', padding: 0 },
  // Between two lines of steps there is nothing that a bar could join.
  bar: { flexGrow: 1, height: '2px', backgroundColor: tokens.colorNeutralStroke2, [narrow]: { display: 'none' } },
  passed: { backgroundColor: tokens.colorBrandStroke1 },
  caption: { color: tokens.colorNeutralForeground2 },
  heading: { display: 'flex', flexDirection: 'column' },
  footer: {
    display: 'flex',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingBlockStart: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface Props {
  readonly step: Step;
  readonly done: ReadonlySet<Step>;
  /** Goes to a step; absent before there is a CRM: the first step has to be taken. */
  readonly onGo?: (step: Step) => void;
  readonly children: ReactNode;
}

/** What stands around each step: where one is, what is done, back and on. */
export function WizardFrame({ step, done, onGo, children }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  return (
    <Page>
      <Progress step={step} done={done} onGo={onGo} />
      <div className={styles.heading}>
        <Caption1 className={styles.caption}>
          {t('wizard.progress', { step: steps.indexOf(step) + 1, count: steps.length })}
        </Caption1>
        <ViewTitle key={step} title={t(onGo ? `wizard.step.${step}` : 'wizard.title')} takesFocus={!!onGo} />
      </div>
      {children}
      {onGo && <Footer step={step} isDone={done.has(step)} onGo={onGo} />}
    </Page>
  );
}

function Progress({ step, done, onGo }: Omit<Props, 'children'>) {
  const { t } = usePane();
  const styles = useStyles();
  const current = steps.indexOf(step);
  return (
    <nav aria-label={t('wizard.steps')}>
      <ol className={styles.line}>
        {steps.map((each, index) => {
          const words = { number: index + 1, name: t(`wizard.step.${each}`) };
          const name = t(done.has(each) ? 'wizard.stepDone' : 'wizard.stepName', words);
          const isCurrent = each === step;
          return (
            <li key={each} className={mergeClasses(styles.step, index === steps.length - 1 && styles.last)}>
              <Button
                className={styles.mark}
                shape="circular"
                size="small"
                appearance={isCurrent ? 'primary' : 'outline'}
                aria-current={isCurrent ? 'step' : undefined}
                disabled={!onGo && !isCurrent}
                aria-label={name}
                title={name}
                onClick={() => onGo?.(each)}
              >
                {done.has(each) && !isCurrent ? <Checkmark16Filled /> : index + 1}
              </Button>
              {index < steps.length - 1 && (
                <span className={mergeClasses(styles.bar, index < current && styles.passed)} />
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

interface FooterProps {
  readonly step: Step;
  readonly isDone: boolean;
  readonly onGo: (step: Step) => void;
}

function Footer({ step, isDone, onGo }: FooterProps) {
  const { t } = usePane();
  return (
    <div className={useStyles().footer}>
      {step === 'workbook' ? (
        <span />
      ) : (
        <Button appearance="subtle" icon={<ChevronLeft20Regular />} onClick={() => onGo(stepBefore(step))}>
          {t('wizard.back')}
        </Button>
      )}
      {step !== 'summary' && (
        <Button
          appearance="subtle"
          icon={<ChevronRight20Regular />}
          iconPosition="after"
          onClick={() => onGo(stepAfter(step))}
        >
          {t(isDone ? 'wizard.next' : 'wizard.skip')}
        </Button>
      )}
    </div>
  );
}
