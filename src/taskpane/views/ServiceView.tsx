import { HeadsetRegular } from '@fluentui/react-icons';
import { serviceQueue } from '../../actions/report/serviceQueue';
import { ComplaintsPart } from '../components/service/ComplaintsPart';
import { Empty } from '../components/Empty';
import { EscalationsPart } from '../components/service/EscalationsPart';
import { Failure } from '../components/Failure';
import { FeedbackPart } from '../components/service/FeedbackPart';
import { Page } from '../components/Page';
import { PartTabs } from '../components/PartTabs';
import { QueuePart } from '../components/service/QueuePart';
import { ViewTitle } from '../components/ViewTitle';
import { WriteStatus } from '../components/WriteStatus';
import { usePane, useWorkbook } from '../context';
import { useGoTo } from '../hooks/useGoTo';
import { useSection } from '../hooks/useSection';
import { useWrite } from '../hooks/useWrite';

const parts = ['queue', 'escalations', 'complaints', 'feedback'] as const;
type Part = (typeof parts)[number];

const shows = { queue: QueuePart, escalations: EscalationsPart, complaints: ComplaintsPart, feedback: FeedbackPart };

/** What customers asked, complained about and said (C-53 to C-56): the queue by its clocks first. */
export function ServiceView({ part }: { readonly part: string | null }) {
  const { t, navigate } = usePane();
  const { data } = useWorkbook();
  const { open, finished } = useSection(serviceQueue);
  const { goTo, error } = useGoTo();
  const write = useWrite();
  const selected = parts.find((one) => one === part) ?? 'queue';
  const Shown = shows[selected];
  const isBlank = open.length + finished.length === 0 && !data.snapshot.tables.surveys?.count;
  return (
    <Page>
      <ViewTitle title={t('service.title')} />
      <WriteStatus write={write} />
      {error !== null && <Failure error={error} />}
      {isBlank ? (
        <Empty icon={<HeadsetRegular />} title={t('service.empty')}>
          {t('service.emptyHint')}
        </Empty>
      ) : (
        <>
          <PartTabs<Part>
            label={t('service.parts')}
            parts={parts.map((id) => ({ id, text: t(`service.part.${id}`) }))}
            selected={selected}
            onSelect={(id) => navigate(`service/${id}`)}
          />
          <Shown write={write} onGoTo={goTo} />
        </>
      )}
    </Page>
  );
}
