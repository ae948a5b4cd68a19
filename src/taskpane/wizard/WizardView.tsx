import { Fragment, useState, type ReactElement } from 'react';
import { DoneBar } from '../components/DoneBar';
import { usePane, useWorkbook } from '../context';
import { useStillShown } from '../hooks/useStillShown';
import type { Done } from '../session';
import { CadenceStep } from './CadenceStep';
import { CustomersStep } from './CustomersStep';
import { IndustryStep } from './IndustryStep';
import { PeopleStep } from './PeopleStep';
import { doneSteps, openStep, stepAfter, stepNamed, type Step } from './steps';
import { Summary } from './Summary';
import { WizardFrame } from './WizardFrame';
import { WorkbookThere } from './WorkbookThere';

/** What a step of the set-up may do besides its own. */
export interface StepProps {
  readonly done: ReadonlySet<Step>;
  readonly onGo: (step: Step) => void;
  /** A change was written: it is told with its undo, and the next step comes unless something stood in the way. */
  readonly onDone: (done: Done, text: string) => void;
  /** Nothing had to be written: on to the next step. */
  readonly onNext: () => void;
}

const views: Readonly<Record<Step, (props: StepProps) => ReactElement>> = {
  workbook: () => <WorkbookThere />,
  industry: (props) => <IndustryStep {...props} />,
  people: (props) => <PeopleStep {...props} />,
  cadence: (props) => <CadenceStep {...props} />,
  customers: (props) => <CustomersStep {...props} />,
  summary: (props) => <Summary {...props} />,
};

interface Props {
  /** Argument of the route; `null` = where the work stopped. */
  readonly step: string | null;
}

/** The set-up of a CRM workbook, step by step (C-74): each can be skipped, left and taken again. */
export function WizardView({ step: named }: Props) {
  const { navigate } = usePane();
  const { data, reload } = useWorkbook();
  const [last, setLast] = useState<{ readonly done: Done; readonly text: string; readonly count: number } | null>(null);
  const [decided, setDecided] = useState(0);
  const done = doneSteps(data);
  const [opened] = useState(() => openStep(done));
  const step = stepNamed(named) ?? opened;
  const isStillShown = useStillShown(step);
  const go = (next: Step) => navigate(`start/${next}`);
  const leaveTo = (next: Step) => {
    setLast(null);
    go(next);
  };
  const tell = (result: Done, text: string) => {
    setLast((before) => ({ done: result, text, count: (before?.count ?? 0) + 1 }));
    reload();
    if (result.report.conflicts.length === 0 && isStillShown()) go(stepAfter(step));
  };
  return (
    <WizardFrame step={step} done={done} onGo={leaveTo}>
      {last && (
        <DoneBar key={last.count} done={last.done} text={last.text} onResolved={() => setDecided(decided + 1)} />
      )}
      {/* A draft whose conflicts were decided is over. */}
      <Fragment key={decided}>
        {views[step]({ done, onGo: leaveTo, onDone: tell, onNext: () => leaveTo(stepAfter(step)) })}
      </Fragment>
    </WizardFrame>
  );
}
