import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Mail16Regular } from '@fluentui/react-icons';
import { countOf, type PersonNotices } from '../../../actions/report/noticeList';
import { usePane, useWorkbook } from '../../context';
import { somebody, useTeamName } from '../../hooks/useTeamName';
import { mailto } from '../../mailto';
import { noticeLines } from '../../noticeText';
import { CopyButton } from '../CopyButton';
import { RecordItem } from '../RecordItem';
import { NoticeFigures } from './NoticeFigures';

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
  const { locked } = useWorkbook();
  const styles = useStyles();
  const who = somebody(notices);
  const [person, plainPerson] = [useTeamName()(who), useTeamName({ isPlain: true })(who)];
  const count = countOf(notices);
  const [, ...lines] = noticeLines(notices, pane);
  const subject = t('team.notices.subject', { count });
  const message = noticeLines({ ...notices, person: plainPerson }, { ...pane, t: pane.plain });
  const link = mailto(notices.email ?? '', subject, message, t('team.notices.more'));
  return (
    <RecordItem
      title={person}
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
          <CopyButton size="small" text={() => message.join('\n')} label={t('team.notices.copyNamed', { person })} />
        </>
      }
    >
      <NoticeFigures notices={notices} title={t('team.notices.of', { person })} />
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
