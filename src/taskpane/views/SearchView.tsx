import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Caption1, SearchBox, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Search24Regular } from '@fluentui/react-icons';
import { goBack } from '../back';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { usePane } from '../context';
import { useFocusBack } from '../hooks/useFocusBack';
import { narrow } from '../reflow';
import { ResultList, optionId } from '../search/ResultList';
import { useOpenRecord } from '../search/useOpenRecord';
import { takeTyped } from '../search/typedAhead';
import { useResults } from '../search/useResults';
import { shortcutOf, shortcutTo } from '../shortcuts';

const useStyles = makeStyles({
  box: { maxWidth: 'none', width: '100%' },
  bar: {
    position: 'sticky',
    // Right below the tabs, which scroll away where they take several lines.
    top: '33px',
    [narrow]: { top: 0 },
    '@media print': { position: 'static' },
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  count: { color: tokens.colorNeutralForeground2 },
});

/** Results that Page Up and Page Down pass over. */
const page = 8;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };

/** Finds any record by what people remember of it; the keyboard never leaves the box. */
export function SearchView() {
  const { t } = usePane();
  const styles = useStyles();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { groups, of, error } = useResults(text);
  const { open, error: unopened } = useOpenRecord();
  useFocusBack();
  const box = useSearchFocus(setText);
  const listId = useId();
  const found = groups.flatMap(({ records }) => records);
  const isAsked = of.trim() !== '';

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) setActive(Math.max(0, Math.min(found.length - 1, active + step)));
    else if (event.key === 'Escape') goBack();
    else if (event.key === 'Enter' && of === text && found[active]) open(found[active]);
    else return;
    event.preventDefault();
  };

  return (
    <Page>
      <ViewTitle title={t('search.title')} />
      <div className={styles.bar}>
        <SearchBox
          className={styles.box}
          ref={box}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-autocomplete="list"
          aria-label={t('search.label')}
          aria-controls={listId}
          aria-activedescendant={found.length ? optionId(active) : undefined}
          placeholder={t('search.hint')}
          value={text}
          dismiss={{ 'aria-label': t('pane.clear') }}
          onChange={(_, { value }) => {
            setText(value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Caption1 role="status" className={styles.count}>
          {isAsked ? t('search.found', { count: found.length }) : t('search.keys')}
        </Caption1>
      </div>
      {error !== null && <Failure error={error} />}
      {unopened !== null && <Failure error={unopened} />}
      {found.length > 0 && <ResultList id={listId} groups={groups} active={active} onOpen={open} />}
      {found.length === 0 && (
        <Empty
          icon={<Search24Regular />}
          title={isAsked ? t('search.none', { text: of.trim().slice(0, 60) }) : t('search.label')}
        >
          <Text align="center">{isAsked ? t('search.noneHint') : t('search.intro')}</Text>
        </Empty>
      )}
    </Page>
  );
}

/** The box has the focus from the start, with what was typed on the way here, and gets it back with its key. */
function useSearchFocus(begin: (text: string) => void) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = () => {
      box.current?.focus();
      box.current?.select();
    };
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (shortcutOf(event) !== shortcutTo('search')) return;
      takeTyped();
      focus();
    };
    begin(takeTyped());
    focus();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [begin]);
  return box;
}
