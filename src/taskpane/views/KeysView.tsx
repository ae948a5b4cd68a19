import { Body1, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { Page } from '../components/Page';
import { SectionTitle } from '../components/SectionTitle';
import { ViewTitle } from '../components/ViewTitle';
import { usePane } from '../context';
import { useSingleKeys } from '../hooks/useSingleKeys';
import { excelShortcuts, printed, shortcuts } from '../shortcuts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  key: {
    margin: 0,
    paddingInline: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  off: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
});

/** The keys of the pane, those of Excel that lead here, and a switch for letters that do something. */
export function KeysView() {
  const { t } = usePane();
  const [isOn, setOn] = useSingleKeys();
  return (
    <Page>
      <ViewTitle title={t('keys.title')} takesFocus />
      <Switch checked={isOn} label={t('keys.single')} onChange={(_, { checked }) => setOn(checked)} />
      <Body1>{t('keys.hint')}</Body1>
      <Keys
        lines={shortcuts.map((shortcut) => ({
          text: t(shortcut.text),
          key: printed(shortcut),
          isOff: !shortcut.ctrl && !isOn,
        }))}
      />
      <SectionTitle>{t('keys.excel')}</SectionTitle>
      <Keys lines={excelShortcuts.map(({ text, key }) => ({ text: t(text), key }))} />
    </Page>
  );
}

interface Line {
  readonly text: string;
  readonly key: string;
  readonly isOff?: boolean;
}

function Keys({ lines }: { readonly lines: readonly Line[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {lines.map(({ text, key, isOff }) => (
        <div key={key} className={styles.line}>
          <dt className={isOff ? styles.off : undefined}>{text}</dt>
          <dd className={styles.key}>{key}</dd>
        </div>
      ))}
    </dl>
  );
}
