import { createFocusOutlineStyle, makeStyles, tokens } from '@fluentui/react-components';
import { MoreHorizontal20Regular, Search20Regular } from '@fluentui/react-icons';
import { usePane } from '../context';
import { useKeyNames } from '../hooks/useKeyNames';
import { later } from '../later';
import { narrow } from '../reflow';
import { waitForTyping } from '../search/typedAhead';
import { shortcutTo } from '../shortcuts';
import type { Language } from '../../template/types';
import { IconButton } from './IconButton';
import { MenuOpener } from './MenuOpener';

const MoreMenu = later(() => import('./MoreMenu').then((file) => file.MoreMenu));

/** A line below. */
const line = (color: string) => `inset 0 -2px ${color}`;

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
    // Zoomed in, the tabs take several lines: they scroll away then, for what is below needs the room.
    [narrow]: { position: 'static' },
    '@media print': { display: 'none' },
  },
  tabs: { display: 'flex', minWidth: 0, flexShrink: 1, flexWrap: 'nowrap', [narrow]: { flexWrap: 'wrap' } },
  // Looks like one of Fluent's tabs. Those are for parts of one page and bring a fifth of the script of the first view.
  tab: {
    paddingInline: tokens.spacingHorizontalSNudge,
    paddingBlock: tokens.spacingVerticalSNudge,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground2Hover, boxShadow: line(tokens.colorNeutralStroke1Hover) },
    '&[aria-current]': {
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      boxShadow: line(tokens.colorCompoundBrandStroke),
      // Shadows vanish in high contrast.
      '@media (forced-colors: active)': { textDecorationLine: 'underline' },
    },
    ...createFocusOutlineStyle(),
    [narrow]: { paddingInline: tokens.spacingHorizontalXXS },
  },
  tools: { display: 'flex', flexShrink: 0, [narrow]: { flexDirection: 'column' } },
});

/** Views with a tab of their own: what is used daily. */
const tabs = ['today', 'customer', 'funnel', 'service'] as const;

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
  const keyOf = useKeyNames();
  const search = () => {
    waitForTyping();
    navigate('search');
  };
  return (
    <nav className={styles.bar} aria-label={t('pane.navigation')}>
      <span className={styles.tabs}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            className={styles.tab}
            aria-current={tab === view ? 'page' : undefined}
            aria-keyshortcuts={keyOf(shortcutTo(tab))}
            onClick={() => navigate(tab)}
          >
            {t(`pane.tab.${tab}`)}
          </button>
        ))}
      </span>
      <span className={styles.tools}>
        <IconButton
          icon={<Search20Regular />}
          label={t('pane.search')}
          aria-keyshortcuts={keyOf(shortcutTo('search'))}
          onClick={search}
        />
        <MenuOpener icon={<MoreHorizontal20Regular />} label={t('pane.more')}>
          {(open) => <MoreMenu {...menu} view={view} menu={open} />}
        </MenuOpener>
      </span>
    </nav>
  );
}
