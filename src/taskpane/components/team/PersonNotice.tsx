import { Badge, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Mail16Regular } from '@fluentui/react-icons';
import { countOf, type PersonNotices } from '../../../actions/report/noticeList';
import { usePane, useWorkbook } from '../../context';
import { mailto } from '../../mailto';
import { noticeLines } from '../../noticeText';
import { rowsOfIds } from '../../rowsWith';
import { CopyButton } from '../CopyButton';
import { Figure } from '../Figure';
import { RecordItem } from '../RecordItem';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  line: { overflowWrap: 'anywhere' },
});

/** Lines drawn; the message has them all. */
const shown = 5;

interface Props {
  readonly notices: PersonNotices;
  readonly isBusy: boolean;
  readonly onTold: () => void;
}

/** What one person has to hear, as text and as a message, and the note that it was said. */
export function PersonNotice({ notices, isBusy, onTold }: Props) {
  const pane = usePane();
  const { t } = pane;
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const { person, email, revisits, milestones } = notices;
  const count = countOf(notices);
  const [, ...lines] = noticeLines(notices, pane);
  const subject = t('team.notices.subject', { count });
  const link = mailto(email ?? '', subject, noticeLines(notices, pane), t('team.notices.more'));
  const title = t('team.notices.of', { person });
  const customers = revisits.flatMap(({ customerId }) => customerId ?? []);
  const steps = milestones.flatMap(({ milestoneId }) => milestoneId ?? []);
  return (
    <RecordItem
      title={person}
      badge={
        <Badge appearance="tint" color="warning" shape="rounded">
          {t('team.notices.count', { count })}
        </Badge>
      }
      actions={
        <>
          <Button
            size="small"
            disabled={locked || isBusy}
            aria-label={t('team.notices.noteNamed', { person })}
            onClick={onTold}
          >
            {t('team.notices.note')}
          </Button>
          <Button
            as="a"
            size="small"
            appearance="subtle"
            icon={<Mail16Regular />}
            href={link}
            aria-label={t('team.notices.mailNamed', { person })}
          >
            {t('team.notices.mail')}
          </Button>
          <CopyButton
            size="small"
            text={() => noticeLines(notices, pane).join('\n')}
            label={t('team.notices.copyNamed', { person })}
          />
        </>
      }
    >
      <Caption1>
        <Figure
          text={t('team.notices.revisits', { count: revisits.length })}
          isEmpty={!customers.length}
          list={() => ({ title, table: 'customers', rows: rowsOfIds(data, 'customers', customers) })}
        />
        {milestones.length > 0 && (
          <>
            {' · '}
            <Figure
              text={t('team.notices.milestones', { count: milestones.length })}
              isEmpty={!steps.length}
              list={() => ({ title, table: 'milestones', rows: rowsOfIds(data, 'milestones', steps) })}
            />
          </>
        )}
      </Caption1>
      <ul className={styles.list}>
        {lines.slice(0, shown).map((line, index) => (
          <li key={index}>
            <Caption1 className={styles.line}>{line.replace(/^[-–•]\s*/, '')}</Caption1>
          </li>
        ))}
      </ul>
      {lines.length > shown && <Caption1>{t('pane.andMore', { count: lines.length - shown })}</Caption1>}
    </RecordItem>
  );
}
