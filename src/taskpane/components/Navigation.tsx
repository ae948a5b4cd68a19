import { Fragment, type ReactElement } from 'react';
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
  ArrowImport20Regular,
  ArrowSync20Regular,
  DataPie20Regular,
  History20Regular,
  Megaphone20Regular,
  MoreHorizontal20Regular,
  PeopleTeam20Regular,
  Person20Regular,
  Search20Regular,
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
  tab: { paddingInline: tokens.spacingHorizontalXS },
  tools: { display: 'flex', flexShrink: 0 },
});

/** Views with a tab of their own: what is used daily. */
const tabs = ['today', 'customer', 'funnel', 'service'] as const;

/** Views of the menu by group, with the key of their name. */
const groups: readonly (readonly { readonly view: string; readonly text: string; readonly icon: ReactElement }[])[] = [
  [
    { view: 'tiers', text: 'pane.tab.tiers', icon: <DataPie20Regular /> },
    { view: 'campaigns', text: 'pane.tab.campaigns', icon: <Megaphone20Regular /> },
    { view: 'team', text: 'pane.tab.team', icon: <PeopleTeam20Regular /> },
    { view: 'import', text: 'pane.tab.import', icon: <ArrowImport20Regular /> },
  ],
  [
    { view: 'problems', text: 'pane.problems.title', icon: <Warning20Regular /> },
    { view: 'changes', text: 'pane.changes.title', icon: <History20Regular /> },
    { view: 'refresh', text: 'pane.refresh.title', icon: <ArrowSync20Regular /> },
    { view: 'setup', text: 'pane.setup.menu', icon: <Wrench20Regular /> },
    { view: 'me', text: 'today.me.menu', icon: <Person20Regular /> },
  ],
];

interface Props {
  readonly view: string;
  /** `null`: not everything was read. */
  readonly problemCount: number | null;
  readonly onLanguage: (language: Language) => void;
  readonly onReload: () => void;
}

/** Tabs for what is used daily, search, and a menu for the rest: fits 320 px. */
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
          <Tab key={tab} value={tab} className={styles.tab}>
            {t(`pane.tab.${tab}`)}
          </Tab>
        ))}
      </TabList>
      <span className={styles.tools}>
        <Tooltip content={t('pane.search')} relationship="label">
          <Button appearance="subtle" icon={<Search20Regular />} onClick={() => navigate('search')} />
        </Tooltip>
        <MoreMenu {...menu} view={view} />
      </span>
    </nav>
  );
}

function MoreMenu({ view: current, problemCount, onLanguage, onReload }: Props) {
  const { t, language, navigate } = usePane();
  const textOf = (view: string, text: string) =>
    view === 'problems' && problemCount !== null ? t('pane.problems.menu', { count: problemCount }) : t(text);
  return (
    <Menu
      inline
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
          {groups.map((group, index) => (
            <Fragment key={index}>
              {group.map(({ view, text, icon }) => (
                <MenuItem
                  key={view}
                  icon={icon}
                  aria-current={view === current ? 'page' : undefined}
                  onClick={() => navigate(view)}
                >
                  {textOf(view, text)}
                </MenuItem>
              ))}
              <MenuDivider />
            </Fragment>
          ))}
          <MenuItem icon={<ArrowClockwise20Regular />} onClick={onReload}>
            {t('pane.reload')}
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
