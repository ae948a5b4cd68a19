import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { toClock } from '../../shared/dates';
import { usePane } from '../context';
import { tableTitle } from '../tableTitle';
import { headingOf } from './text';
import type { SinceLastVisit } from './useSince';

const useStyles = makeStyles({
  box: { backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  part: { marginBlockEnd: tokens.spacingVerticalS },
  title: { margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  link: { fontSize: tokens.fontSizeBase200, textAlign: 'start' },
  item: { overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalXXS },
});

/** Rows of one part; a holiday's worth would bury today. */
const shown = 10;

interface Props {
  readonly since: SinceLastVisit;
  readonly onGoTo: (table: string, id: string) => void;
}

/** What happened since this person was here last, in a line that opens. */
export function SinceSummary({ since, onGoTo }: Props) {
  const { t, format, language } = usePane();
  const styles = useStyles();
  const { at, added, settled, changes } = since;
  const total = (part: 'added' | 'changed') => changes.reduce((sum, change) => sum + change[part], 0);
  const facts = [
    ['new', added.length],
    ['gone', settled.length],
    ['added', total('added')],
    ['changed', total('changed')],
  ] as const;
  const said = facts.filter(([, count]) => count > 0).map(([name, count]) => t(`today.since.${name}`, { count }));
  const moment = `${format.date(Math.floor(at))} ${toClock(at)}`;
  const title = t('today.since.title', { at: moment, what: said.join(t('today.since.separator')) });
  return (
    <div className={styles.box}>
      <Accordion collapsible>
        <AccordionItem value="since">
          <AccordionHeader size="small">{title}</AccordionHeader>
          <AccordionPanel>
            <Names
              title={t('today.since.newTitle')}
              names={added.map((item) => ({ ...item, name: headingOf(item) }))}
              onGoTo={onGoTo}
            />
            <Names title={t('today.since.goneTitle')} names={settled} onGoTo={onGoTo} />
            {changes.length > 0 && (
              <div className={styles.part}>
                <PartTitle text={t('today.since.logTitle')} />
                <ul className={styles.list}>
                  {changes.flatMap(({ table, ...counts }) =>
                    (['added', 'changed'] as const).flatMap((part) =>
                      counts[part] === 0
                        ? []
                        : [
                            <li key={`${table} ${part}`} className={styles.item}>
                              <Text size={200}>
                                {t(part === 'added' ? 'today.since.addedTo' : 'today.since.changedIn', {
                                  ...{ table: tableTitle(table, language), count: counts[part] },
                                })}
                              </Text>
                            </li>,
                          ],
                    ),
                  )}
                </ul>
              </div>
            )}
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </div>
  );
}

const PartTitle = ({ text }: { readonly text: string }) => (
  <Text as="h3" block size={200} weight="semibold" className={useStyles().title}>
    {text}
  </Text>
);

interface NamesProps {
  readonly title: string;
  readonly names: readonly { readonly table: string; readonly id: string | null; readonly name: string }[];
  readonly onGoTo: (table: string, id: string) => void;
}

function Names({ title, names, onGoTo }: NamesProps) {
  const { t } = usePane();
  const styles = useStyles();
  if (names.length === 0) return null;
  return (
    <div className={styles.part}>
      <PartTitle text={title} />
      <ul className={styles.list}>
        {names.slice(0, shown).map(({ table, id, name }, index) => (
          <li key={index} className={styles.item}>
            {id === null ? (
              <Text size={200}>{name}</Text>
            ) : (
              <Link as="button" className={styles.link} onClick={() => onGoTo(table, id)}>
                {name}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {names.length > shown && <Text size={200}>{t('today.since.more', { count: names.length - shown })}</Text>}
    </div>
  );
}
