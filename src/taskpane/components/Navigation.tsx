import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  Tooltip,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowClockwise20Regular,
  ArrowSync20Regular,
  History20Regular,
  MoreHorizontal20Regular,
  Warning20Regular,
  Wrench20Regular,
} from '@fluentui/react-icons';
import { usePane } from '../context';
import { languages, type Language } from '../../template/types';
import { languageNames } from './LanguageChoice';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingInline: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    position: 'sticky',
    top: 0,
    zIndex: 1,
  },
  tabs: { minWidth: 0, flexWrap: 'nowrap' },
});

/** Views with a tab of their own; the others are in the menu. */
const tabs = ['today', 'funnel', 'tiers', 'import'] as const;

interface Props {
  readonly view: string;
  readonly problemCount: number;
  readonly onLanguage: (language: Language) => void;
  readonly onReload: () => void;
}

/** Tabs for what is used daily, a menu for the rest: fits 320 px. */
export function Navigation({ view, ...menu }: Props) {
  const { t, navigate } = usePane();
  const styles = useStyles();
  return (
    <nav className={styles.bar} aria-label={t('pane.navigation')}>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={view}
        onTabSelect={(_, { value }) => navigate(String(value))}
      >
        {tabs.map((tab) => (
          <Tab key={tab} value={tab}>
            {t(`pane.tab.${tab}`)}
          </Tab>
        ))}
      </TabList>
      <MoreMenu {...menu} />
    </nav>
  );
}

function MoreMenu({ problemCount, onLanguage, onReload }: Omit<Props, 'view'>) {
  const { t, language, navigate } = usePane();
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => onLanguage(checkedItems[0] as Language)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t('pane.more')} relationship="label">
          <Button appearance="subtle" icon={<MoreHorizontal20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<ArrowClockwise20Regular />} onClick={onReload}>
            {t('pane.reload')}
          </MenuItem>
          <MenuItem icon={<ArrowSync20Regular />} onClick={() => navigate('refresh')}>
            {t('pane.refresh.title')}
          </MenuItem>
          <MenuItem icon={<Warning20Regular />} onClick={() => navigate('problems')}>
            {t('pane.problems.menu', { count: problemCount })}
          </MenuItem>
          <MenuItem icon={<History20Regular />} onClick={() => navigate('changes')}>
            {t('pane.changes.title')}
          </MenuItem>
          <MenuItem icon={<Wrench20Regular />} onClick={() => navigate('setup')}>
            {t('pane.setup.menu')}
          </MenuItem>
          <MenuDivider />
          {languages.map((choice) => (
            <MenuItemRadio key={choice} name="language" value={choice} lang={choice}>
              {languageNames[choice]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
