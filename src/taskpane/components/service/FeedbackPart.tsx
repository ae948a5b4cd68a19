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
import { liveRowsWith, rowsOfIds } from '../../rowsWith';
import { surveyRows } from '../../surveyRows';
import { Figure } from '../Figure';
import { Metrics } from '../Metric';
import { QuarterTable } from './QuarterTable';
import { RecordItem } from '../RecordItem';
import { SectionTitle } from '../SectionTitle';
import { Sentence } from '../Sentence';
import type { PartProps } from '../part';
import { VirtualList } from '../VirtualList';

/** Satisfaction with its number of answers and error (C-56, C-57), and the register of suggestions (C-55, C-92). */
export function FeedbackPart(props: PartProps) {
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
          {
            label: t('service.feedback.error'),
            ...(standardError === null ? { value: dash } : { value: `± ${show(standardError)}`, list }),
          },
          { label: t('service.feedback.n'), value: format.number(n), list: n ? list : undefined },
        ]}
      />
      {invalid > 0 && <Caption1>{t('service.feedback.invalid', { count: invalid })}</Caption1>}
    </div>
  );
}

function Suggestions({ write, onGoTo }: PartProps) {
  const { t, format, session } = usePane();
  const { data, locked } = useWorkbook();
  const label = useLabel();
  const { n, byOutcome, toReply } = useSection(suggestions);
  const told = useTold();
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
      <Body1>
        <Sentence text="service.suggestions.told" figures={told} />
      </Body1>
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

/** How many of the decided ones were answered, and how many still wait. */
function useTold() {
  const { t, format } = usePane();
  const { data } = useWorkbook();
  const { repliedShare, toReply, byOutcome } = useSection(suggestions);
  const decided = () => Object.keys(byOutcome).filter((outcome) => outcome !== 'open');
  const rows = () => decided().flatMap((outcome) => suggestionRows(data, outcome));
  const waiting = toReply.flatMap(({ ticketId }) => ticketId ?? []);
  return {
    share: (
      <Figure
        text={format.percent(repliedShare)}
        isEmpty={repliedShare === null}
        list={() => ({ title: t('service.suggestions.decided'), table: 'tickets', rows: rows() })}
      />
    ),
    count: (
      <Figure
        text={format.number(toReply.length)}
        isEmpty={waiting.length === 0}
        list={() => ({
          title: t('service.suggestions.toReply'),
          table: 'tickets',
          rows: rowsOfIds(data, 'tickets', waiting),
        })}
      />
    ),
  };
}

/** Suggestions with an outcome; a blank one is still under review. */
function suggestionRows(data: ReturnType<typeof useWorkbook>['data'], outcome: string): number[] {
  const rows = new Set(liveRowsWith(data, 'tickets', 'type', (cell) => cell === 'suggestion').rows);
  return liveRowsWith(data, 'tickets', 'suggestionOutcome', (cell) => (cell ?? 'open') === outcome).rows.filter((row) =>
    rows.has(row),
  );
}
