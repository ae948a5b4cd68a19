import { useMemo, useState } from 'react';
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { AdoptReport } from '../../actions/adopt';
import { proposeAdoption } from '../../actions/adopt/propose';
import { adoptableTables } from '../../actions/adopt/findHeader';
import type { AdoptionProposal, Corrections } from '../../actions/adopt/types';
import { CrmError } from '../../shared/errors';
import type { SourceSheet } from '../../template/adopt';
import type { Plan } from '../../template/plan';
import type { Language } from '../../template/types';
import { goBack } from '../back';
import { AdoptChoices, AdoptMapping } from '../components/AdoptMapping';
import { AdoptNotes } from '../components/AdoptNotes';
import { AdoptPlan } from '../components/AdoptPlan';
import { AdoptSelect } from '../components/AdoptSelect';
import { Failure } from '../components/Failure';
import { Page } from '../components/Page';
import { SectionTitle } from '../components/SectionTitle';
import { Success } from '../components/Success';
import { ViewTitle } from '../components/ViewTitle';
import { usePane } from '../context';
import { useTask } from '../hooks/useTask';

interface Props {
  /** Language of the workbook, once it has one. */
  readonly workbookLanguage: Language | null;
  readonly locked: boolean;
  readonly onAdopted: () => void;
}

/** Makes sheets that a person keeps the CRM's tables: show the list, correct what it is taken for, see the plan, agree. */
export function AdoptView({ workbookLanguage, locked, onAdopted }: Props) {
  const { session, language, t, navigate } = usePane();
  const [chosen, setChosen] = useState<Language>(workbookLanguage ?? language);
  const [agreed, setAgreed] = useState<readonly AdoptionProposal[]>([]);
  const [planning, setPlanning] = useState(false);
  const look = useTask<SourceSheet>();
  const plan = useTask<Plan>();
  const run = useTask<AdoptReport>();
  const [replaces, setReplaces] = useState(false);
  const adoptions = (mayReplace = replaces) => agreed.map(({ adoption }) => ({ ...adoption, replaces: mayReplace }));

  const makePlan = (mayReplace = replaces) => {
    setPlanning(true);
    setReplaces(mayReplace);
    run.reset();
    plan.ask(() => session.planAdopt(chosen, adoptions(mayReplace)));
  };
  const leavePlan = () => {
    setPlanning(false);
    setReplaces(false);
    plan.reset();
    run.reset();
  };
  const accept = (proposal: AdoptionProposal) => {
    setAgreed([...agreed.filter(({ table }) => table !== proposal.table), proposal]);
    look.reset();
  };
  const open = () => {
    onAdopted();
    // A workbook that has just become a CRM goes on with its set-up.
    navigate(workbookLanguage ? 'today' : 'start/industry');
  };

  const step = planning ? `plan ${replaces}` : look.state.status === 'done' ? 'map' : 'select';
  if (run.state.status === 'done') return <Adopted report={run.state.value} onOpen={open} />;
  return (
    <Page>
      <ViewTitle key={step} title={t('adopt.title')} takesFocus />
      {planning ? (
        <AdoptPlan
          plan={plan}
          run={run}
          locked={locked}
          onPlan={() => makePlan()}
          onReplace={() => makePlan(true)}
          onRun={(ready) => run.run((options) => session.adopt(ready, adoptions(), options))}
          onBack={leavePlan}
        />
      ) : look.state.status === 'done' ? (
        <Mapping source={look.state.value} language={chosen} onAccept={accept} onBack={look.reset} />
      ) : (
        <AdoptSelect
          look={look}
          onLook={() => look.run((options) => session.lookAtSelection(options))}
          agreed={agreed}
          onRemove={(proposal) => setAgreed(agreed.filter((other) => other !== proposal))}
          onPlan={() => makePlan()}
          onBack={goBack}
          language={workbookLanguage ? null : chosen}
          onLanguage={setChosen}
          locked={locked}
        />
      )}
    </Page>
  );
}

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

interface MappingProps {
  readonly source: SourceSheet;
  readonly language: Language;
  readonly onAccept: (proposal: AdoptionProposal) => void;
  readonly onBack: () => void;
}

/** The second step: what the list is taken for, anew after every correction. */
function Mapping({ source, language, onAccept, onBack }: MappingProps) {
  const { t } = usePane();
  const [corrections, setCorrections] = useState<Corrections>({});
  const { proposal, error } = useMemo(() => tryPropose(source, language, corrections), [source, language, corrections]);
  const mayGoOn = proposal && !proposal.blockers.length && (!proposal.needsRoom || corrections.insertColumns);
  return (
    <>
      <SectionTitle>{t('adopt.map.title')}</SectionTitle>
      <Body1>{t('adopt.map.text')}</Body1>
      {proposal ? (
        <>
          <AdoptMapping proposal={proposal} corrections={corrections} onCorrect={setCorrections} />
          <AdoptNotes proposal={proposal} />
        </>
      ) : (
        <Unrecognised source={source} error={error} corrections={corrections} onCorrect={setCorrections} />
      )}
      <div className={useStyles().actions}>
        <Button appearance="primary" disabled={!mayGoOn} onClick={() => proposal && onAccept(proposal)}>
          {t('adopt.map.accept')}
        </Button>
        <Button onClick={onBack}>{t('adopt.back')}</Button>
      </div>
    </>
  );
}

/** An error of the proposal is shown beside the choices that help it. */
function tryPropose(source: SourceSheet, language: Language, corrections: Corrections) {
  try {
    return { proposal: proposeAdoption(source, language, corrections), error: null };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { proposal: null, error };
  }
}

interface UnrecognisedProps {
  readonly source: SourceSheet;
  readonly error: unknown;
  readonly corrections: Corrections;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** Nothing told what the list is: the person says it, and where its headings stand. */
function Unrecognised({ source, error, corrections, onCorrect }: UnrecognisedProps) {
  const told = { table: adoptableTables[0]!.id, headerRow: 0, ...corrections };
  return (
    <>
      <Failure error={error} />
      <AdoptChoices
        candidates={adoptableTables.map(({ id }) => id)}
        table={told.table}
        headerRow={source.top + told.headerRow + 1}
        onTable={(table) => onCorrect({ ...told, table })}
        onHeaderRow={(row) => onCorrect({ ...told, headerRow: row - 1 - source.top })}
      />
    </>
  );
}

function Adopted({ report, onOpen }: { readonly report: AdoptReport; readonly onOpen: () => void }) {
  const { t } = usePane();
  return (
    <Page>
      <Success text={t('adopt.done.text', { count: report.records })} />
      {report.idsFilled > 0 && <Body1>{t('adopt.done.ids', { count: report.idsFilled })}</Body1>}
      <Body1>{t('adopt.done.next')}</Body1>
      <Button appearance="primary" onClick={onOpen}>
        {t('adopt.done.start')}
      </Button>
    </Page>
  );
}
