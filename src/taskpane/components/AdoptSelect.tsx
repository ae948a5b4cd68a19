import { Body1, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { AdoptionProposal } from '../../actions/adopt/types';
import type { SourceSheet } from '../../template/adopt';
import type { Language } from '../../template/types';
import { usePane } from '../context';
import type { Task } from '../hooks/useTask';
import { tableTitle } from '../tableTitle';
import { IconButton } from './IconButton';
import { LanguageChoice } from './LanguageChoice';
import { SectionTitle } from './SectionTitle';
import { TaskStatus } from './TaskStatus';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  item: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly look: Task<SourceSheet>;
  readonly onLook: () => void;
  /** Sheets that were agreed to before. */
  readonly agreed: readonly AdoptionProposal[];
  readonly onRemove: (proposal: AdoptionProposal) => void;
  readonly onPlan: () => void;
  readonly onBack: () => void;
  /** `null` = the workbook has its language already. */
  readonly language: Language | null;
  readonly onLanguage: (language: Language) => void;
  readonly locked: boolean;
}

/** The first step: the person shows the list in Excel; several sheets can be agreed to, one after the other. */
export function AdoptSelect(props: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const { look, onLook, agreed, onPlan, onBack, language, onLanguage, locked } = props;
  return (
    <>
      <SectionTitle>{t('adopt.select.title')}</SectionTitle>
      <Body1>{t('adopt.select.text')}</Body1>
      {language && <LanguageChoice value={language} onChange={onLanguage} disabled={agreed.length > 0} />}
      <Agreed {...props} />
      <TaskStatus task={look} label={t('adopt.select.looking')} onRetry={onLook} />
      <div className={styles.actions}>
        <Button appearance={agreed.length ? 'secondary' : 'primary'} disabled={locked} onClick={onLook}>
          {t('adopt.select.button')}
        </Button>
        {agreed.length > 0 && (
          <Button appearance="primary" disabled={locked} onClick={onPlan}>
            {t('adopt.select.plan')}
          </Button>
        )}
        <Button onClick={onBack}>{t('adopt.back')}</Button>
      </div>
    </>
  );
}

function Agreed({ agreed, onRemove }: Pick<Props, 'agreed' | 'onRemove'>) {
  const { t, language } = usePane();
  const styles = useStyles();
  if (!agreed.length) return null;
  return (
    <>
      <Text weight="semibold">{t('adopt.select.chosen')}</Text>
      <ul className={styles.list}>
        {agreed.map((proposal) => {
          const table = tableTitle(proposal.table, language);
          const { sheet } = proposal.adoption;
          return (
            <li key={proposal.table}>
              <div className={styles.item}>
                <Text className={styles.text}>
                  {t('adopt.select.chosenItem', { table, sheet, records: proposal.records })}
                </Text>
                <IconButton
                  size="small"
                  icon={<Dismiss16Regular />}
                  label={t('adopt.select.remove', { table })}
                  onClick={() => onRemove(proposal)}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
