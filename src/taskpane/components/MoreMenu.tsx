import { Fragment, type ReactElement } from 'react';
import { MenuDivider, MenuItem, MenuItemRadio } from '@fluentui/react-components';
import {
  ArrowClockwise20Regular,
  ArrowImport20Regular,
  ArrowSync20Regular,
  DataPie20Regular,
  History20Regular,
  Keyboard20Regular,
  Megaphone20Regular,
  PeopleTeam20Regular,
  Person20Regular,
  Warning20Regular,
  Wrench20Regular,
} from '@fluentui/react-icons';
import { usePane } from '../context';
import { useKeyNames } from '../hooks/useKeyNames';
import { languageNames } from '../languageNames';
import { shortcutTo, shortcuts } from '../shortcuts';
import { languages, type Language } from '../../template/types';
import { HungMenu } from './HungMenu';
import type { OpenMenu } from './MenuOpener';

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
    { view: 'keys', text: 'keys.menu', icon: <Keyboard20Regular /> },
  ],
];

const reload = shortcuts.find(({ act }) => act === 'reload');

interface Props {
  readonly view: string;
  /** `null`: not everything was read. */
  readonly problemCount: number | null;
  readonly onLanguage: (language: Language) => void;
  readonly onReload: () => void;
  readonly menu: OpenMenu;
}

/** What has no tab of its own: views, reading again, and the language. */
export function MoreMenu({ view: current, problemCount, onLanguage, onReload, menu }: Props) {
  const { t, language, navigate } = usePane();
  const keyOf = useKeyNames();
  const textOf = (view: string, text: string) =>
    view === 'problems' && problemCount !== null ? t('pane.problems.menu', { count: problemCount }) : t(text);
  return (
    <HungMenu
      {...menu}
      inline
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => onLanguage(checkedItems[0] as Language)}
    >
      {groups.map((group, index) => (
        <Fragment key={index}>
          {group.map(({ view, text, icon }) => (
            <MenuItem
              key={view}
              icon={icon}
              aria-current={view === current ? 'page' : undefined}
              aria-keyshortcuts={keyOf(shortcutTo(view))}
              onClick={() => navigate(view)}
            >
              {textOf(view, text)}
            </MenuItem>
          ))}
          <MenuDivider />
        </Fragment>
      ))}
      <MenuItem icon={<ArrowClockwise20Regular />} aria-keyshortcuts={keyOf(reload)} onClick={onReload}>
        {t('pane.reload')}
      </MenuItem>
      <MenuDivider />
      {languages.map((choice) => (
        <MenuItemRadio key={choice} name="language" value={choice} lang={choice}>
          {languageNames[choice]}
        </MenuItemRadio>
      ))}
    </HungMenu>
  );
}
