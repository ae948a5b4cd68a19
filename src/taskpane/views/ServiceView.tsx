import { HeadsetRegular } from '@fluentui/react-icons';
import { serviceQueue } from '../../actions/report/serviceQueue';
import { ComplaintsPart } from '../components/service/ComplaintsPart';
import { Empty } from '../components/Empty';
import { EscalationsPart } from '../components/service/EscalationsPart';
import { FeedbackPart } from '../components/service/FeedbackPart';
import { PartedPage } from '../components/PartedPage';
import { QueuePart } from '../components/service/QueuePart';
import { usePane, useWorkbook } from '../context';
import { useSection } from '../hooks/useSection';
import { useWrite } from '../hooks/useWrite';

const parts = { queue: QueuePart, escalations: EscalationsPart, complaints: ComplaintsPart, feedback: FeedbackPart };

/** What customers asked, complained about and said (C-53 to C-56): the queue by its clocks first. */
export function ServiceView({ part }: { readonly part: string | null }) {
  const { t } = usePane();
  const { data } = useWorkbook();
  const { open, finished } = useSection(serviceQueue);
  const write = useWrite();
  const isBlank = open.length + finished.length === 0 && !data.snapshot.tables.surveys?.count;
  const empty = (
    <Empty icon={<HeadsetRegular />} title={t('service.empty')}>
      {t('service.emptyHint')}
    </Empty>
  );
  return <PartedPage view="service" parts={parts} part={part} empty={isBlank ? empty : null} write={write} />;
}
