import { Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { people } from '../../../actions/report/people';
import type { PersonRecords } from '../../../actions/report/personRecords';
import { columnOf } from '../../../template/environment';
import { brief } from '../../brief';
import { usePane, useWorkbook } from '../../context';
import { useSection } from '../../hooks/useSection';
import { useTeamName } from '../../hooks/useTeamName';
import { useWrite } from '../../hooks/useWrite';
import { joined } from '../../inText';
import { cellText } from '../../rows';
import { Page } from '../Page';
import { SectionTitle } from '../SectionTitle';
import { ViewTitle } from '../ViewTitle';
import { WriteStatus } from '../WriteStatus';
import { HandOverForm } from './HandOverForm';
import { LoadBadge } from './LoadBadge';
import { PersonFigures } from './PersonFigures';
import { PersonWeeks } from './PersonWeeks';

const useStyles = makeStyles({
  back: { alignSelf: 'flex-start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const facts = ['role', 'supervisor', 'region', 'industries', 'products'] as const;

/** One person: who that is, what he or she holds, the coming weeks, and handing it over. */
export function PersonPage({ person }: { readonly person: PersonRecords }) {
  const pane = usePane();
  const { t, navigate } = pane;
  const { data } = useWorkbook();
  const styles = useStyles();
  const write = useWrite();
  const nameOf = useTeamName();
  const load = useSection(people).team.find(({ personId }) => personId === person.id);
  const cell = (column: string) => columnOf(data.snapshot, 'team', column)[person.row] ?? null;
  const text = (column: string) =>
    cell(column) === null ? '' : cellText(data, pane, { table: 'team', column, value: cell(column) });
  const [phone, email] = [text('phone'), text('email')];
  return (
    <Page>
      <Button
        className={styles.back}
        icon={<ArrowLeft20Regular />}
        appearance="subtle"
        onClick={() => navigate('team')}
      >
        {t('team.title')}
      </Button>
      <ViewTitle title={nameOf(person)} takesFocus>
        {load && <LoadBadge load={load} person={person} />}
      </ViewTitle>
      <Caption1 className={styles.detail}>
        {joined([person.active ? '' : t('team.hasLeft'), ...facts.map(text)])}
      </Caption1>
      {(phone || email) && (
        <Caption1 className={styles.detail}>
          {phone && <Link href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{brief(phone)}</Link>} {phone && email && '· '}
          {email && <Link href={`mailto:${encodeURIComponent(email)}`}>{brief(email)}</Link>}
        </Caption1>
      )}
      <WriteStatus write={write} />
      <PersonFigures person={person} />
      <PersonWeeks person={person} />
      <SectionTitle>{t('team.handover.title')}</SectionTitle>
      <Caption1>{t('team.handover.text')}</Caption1>
      <HandOverForm from={person.id} write={write} />
    </Page>
  );
}
