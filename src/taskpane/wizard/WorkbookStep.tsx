import { useState } from 'react';
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Button,
  Field,
  Radio,
  RadioGroup,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { PlanReport } from '../../actions/home';
import type { Plan } from '../../template/plan';
import type { Language } from '../../template/types';
import { Installed } from '../components/Installed';
import { LanguageChoice } from '../components/LanguageChoice';
import { PlanPreview } from '../components/PlanPreview';
import { SharedConfirm } from '../components/SharedConfirm';
import { Success } from '../components/Success';
import { TaskStatus } from '../components/TaskStatus';
import { usePane } from '../context';
import { stagesDone, useInstallation } from '../hooks/useInstallation';
import { AdoptSheet } from './AdoptSheet';
import { useSource, type Source } from './useSource';
import { WizardFrame } from './WizardFrame';

const useStyles = makeStyles({ secondary: { color: tokens.colorNeutralForeground2 } });

const nothingDone: ReadonlySet<never> = new Set();

interface Props {
  readonly locked: boolean;
  readonly sharedNow: boolean;
  readonly onInstalled: () => void;
}

/** The first step, before there is a CRM: new sheets or a sheet of the person's own, and the language of the sheets. */
export function WorkbookStep({ locked, sharedNow, onInstalled }: Props) {
  const { t, language, navigate } = usePane();
  const styles = useStyles();
  const [source, setSource] = useSource();
  const isSheet = source === 'sheet';
  const [chosen, setChosen] = useState<Language>(language);
  const goOn = () => {
    onInstalled();
    navigate('start/industry');
  };
  return (
    <WizardFrame step="workbook" done={nothingDone}>
      <Body1 className={styles.secondary}>{t('pane.setup.install.text')}</Body1>
      <Field label={t('wizard.workbook.choice')}>
        <RadioGroup value={isSheet ? 'sheet' : 'new'} onChange={(_, { value }) => setSource(value as Source)}>
          <Radio value="new" label={t('wizard.workbook.new')} />
          <Radio value="sheet" label={t('wizard.workbook.adopt')} />
        </RadioGroup>
      </Field>
      {isSheet ? (
        <AdoptSheet locked={locked} />
      ) : (
        <NewSheets {...{ locked, sharedNow, chosen }} onLanguage={setChosen} onDone={goOn} />
      )}
    </WizardFrame>
  );
}

interface NewSheetsProps extends Omit<Props, 'onInstalled'> {
  readonly chosen: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onDone: () => void;
}

function NewSheets({ locked, sharedNow, chosen, onLanguage, onDone }: NewSheetsProps) {
  const { t, session } = usePane();
  const [agreed, setAgreed] = useState(false);
  const { plan, install, found, makePlan, resume } = useInstallation(chosen, (report) => {
    if (!isToldAbout(report)) onDone();
  });
  const start = (ready: Plan) => install.run((options) => session.install(ready, options));
  const { state } = install;
  if (state.status === 'done')
    return isToldAbout(state.value) ? (
      <Installed plan={found} report={state.value} onOpen={onDone} />
    ) : (
      <Success text={t('pane.setup.done')} />
    );
  const isIdle = state.status === 'idle';
  return (
    <>
      <LanguageChoice value={chosen} onChange={onLanguage} disabled={state.status === 'running'} />
      {isIdle && sharedNow && <SharedConfirm agreed={agreed} onChange={setAgreed} />}
      {isIdle && found && (
        <Button
          appearance="primary"
          size="large"
          onClick={() => start(found)}
          disabled={locked || (sharedNow && !agreed)}
        >
          {t('pane.setup.install.button')}
        </Button>
      )}
      <TaskStatus task={plan} label={t('pane.setup.planning')} onRetry={makePlan} />
      <TaskStatus task={install} label={t('pane.setup.installing')} onRetry={resume} />
      {found && <FoldedPlan plan={found} done={stagesDone(state)} />}
    </>
  );
}

/** Something was left out that the person should hear of before the next step. */
const isToldAbout = ({ skipped, kept }: PlanReport): boolean => skipped.length + kept.length > 0;

/** Everything that will be added, for whoever wants to know; unfolded while it is being added. */
function FoldedPlan({ plan, done }: { readonly plan: Plan; readonly done: number | null }) {
  const { t } = usePane();
  const [isOpen, setOpen] = useState(false);
  return (
    <Accordion
      collapsible
      openItems={isOpen || done !== null ? ['plan'] : []}
      onToggle={(_, { openItems }) => setOpen(openItems.length > 0)}
    >
      <AccordionItem value="plan">
        <AccordionHeader size="small">{t('wizard.workbook.plan')}</AccordionHeader>
        <AccordionPanel>
          <PlanPreview plan={plan} done={done} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
