import { Body1, Button, Caption1, Text } from '@fluentui/react-components';
import { suggestions } from '../../../actions/report/suggestions';
import { surveys } from '../../../actions/report/surveys';
import { tickets } from '../../../actions/report/tickets';
import type { Satisfaction } from '../../../crm/satisfaction';
import { brief } from '../../brief';
import { usePane, useWorkbook } from '../../context';
import { dash } from '../../format';
import { useLabel } from '../../hooks/useLabel';
import { useSection } from '../../hooks/useSection';
import { liveRowsWith } from '../../rowsWith';
import { surveyRows } from '../../surveyRows';
import { Metrics } from '../Metric';
import { QuarterTable } from './QuarterTable';
import { RecordItem } from '../RecordItem';
import { SectionTitle } from '../SectionTitle';
import type { ServicePartProps } from './servicePart';
import { VirtualList } from '../VirtualList';

/** Satisfaction with its number of answers and error (C-56, C-57), and the register of suggestions (C-55, C-92). */
export function FeedbackPart(props: ServicePartProps) {
  const { t } = usePane();
  const { csat, nps } = useSection(surveys);
  const { satisfaction } = useSection(tickets);
  return (
    <>
      <SectionTitle>{t('service.feedback.title')}</SectionTitle>
      <Score kind="csat" score={csat} />
      <Score kind="nps" score={nps} />
      <Score kind="marks" score={satisfaction} />
      <QuarterTable csat={csat.byQuarter} nps={nps.byQuarter} />
      <SectionTitle>{t('service.suggestions.title')}</SectionTitle>
      <Suggestions {...props} />
    </>
  );
}

interface ScoreProps {
  readonly kind: 'csat' | 'nps' | 'marks';
  readonly score: Satisfaction;
}

/** A score is only as good as its n: both stand beside each other. */
function Score({ kind, score: { n, invalid, score, standardError } }: ScoreProps) {
  const { t, format } = usePane();
  const { data } = useWorkbook();
  const title = t(`service.feedback.${kind}`);
  const show = (value: number | null) => {
    if (value === null) return dash;
    return kind === 'nps' ? format.number(Math.round(value)) : format.percent(value);
  };
  const list = () => ({
    title,
    ...(kind === 'marks'
      ? liveRowsWith(data, 'tickets', 'satisfaction', (cell) => cell !== null)
      : { table: 'surveys', rows: surveyRows(data, kind) }),
  });
  return (
    <div>
      <Metrics
        items={[
          { label: title, value: show(score), list: n ? list : undefined },
          { label: t('service.feedback.error'), value: standardError === null ? dash : `± ${show(standardError)}` },
          { label: t('service.feedback.n'), value: format.number(n), list: n ? list : undefined },
        ]}
      />
      {invalid > 0 && <Caption1>{t('service.feedback.invalid', { count: invalid })}</Caption1>}
    </div>
  );
}

function Suggestions({ write, onGoTo }: ServicePartProps) {
  const { t, format, session } = usePane();
  const { data, locked } = useWorkbook();
  const label = useLabel();
  const { n, byOutcome, repliedShare, toReply } = useSection(suggestions);
  if (n === 0) return <Text>{t('service.suggestions.none')}</Text>;
  const outcomes = Object.entries(byOutcome).map(([outcome, count]) => {
    const name = label('suggestionOutcome', outcome);
    const list = () => ({
      title: t('service.suggestions.named', { name }),
      table: 'tickets',
      rows: suggestionRows(data, outcome),
    });
    return { label: name, value: format.number(count), list: count ? list : undefined };
  });
  return (
    <>
      <Metrics items={outcomes} />
      <Body1>{t('service.suggestions.told', { share: format.percent(repliedShare), count: toReply.length })}</Body1>
      <VirtualList
        items={toReply}
        keyOf={({ ticketId }, index) => ticketId ?? index}
        itemHeight={88}
        label={t('service.suggestions.toReply')}
      >
        {({ ticketId, subject, customer, outcome, submittedAt }) => {
          const title = brief(subject ?? ticketId ?? t('service.noSubject'));
          return (
            <RecordItem
              title={title}
              details={[customer, label('suggestionOutcome', outcome), submittedAt && format.date(submittedAt)]}
              onGoTo={ticketId === null ? undefined : () => onGoTo('tickets', ticketId)}
              actions={
                ticketId !== null && (
                  <Button
                    size="small"
                    disabled={locked || write.isRunning}
                    aria-label={t('service.suggestions.replyNamed', { name: title })}
                    onClick={() =>
                      write.write(t('service.suggestions.replied', { name: title }), () =>
                        session.noteDone(data.snapshot, { kind: 'suggestionReply', id: ticketId }),
                      )
                    }
                  >
                    {t('service.suggestions.reply')}
                  </Button>
                )
              }
            />
          );
        }}
      </VirtualList>
    </>
  );
}

/** Suggestions with an outcome; a blank one is still under review. */
function suggestionRows(data: ReturnType<typeof useWorkbook>['data'], outcome: string): number[] {
  const rows = new Set(liveRowsWith(data, 'tickets', 'type', (cell) => cell === 'suggestion').rows);
  return liveRowsWith(data, 'tickets', 'suggestionOutcome', (cell) => (cell ?? 'open') === outcome).rows.filter((row) =>
    rows.has(row),
  );
}
