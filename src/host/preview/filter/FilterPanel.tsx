import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Workbook } from '../../store/workbook';
import { fill, type PreviewTexts } from '../page/texts';
import { choicesOf, chosenOf, type FilterTarget } from './target';

/** More are found by searching. */
const SHOWN = 200;

interface FilterPanelProps {
  readonly workbook: Workbook;
  readonly target: FilterTarget;
  readonly texts: PreviewTexts;
  onChosen(wanted: readonly string[] | null): void;
}

/** What a column holds, to be ticked: as in Excel, what is searched for is what is kept. */
export function FilterPanel({ workbook, target, texts, onChosen }: FilterPanelProps) {
  const choices = useMemo(() => choicesOf(workbook, target), []); // eslint-disable-line react-hooks/exhaustive-deps -- as of its opening
  const [chosen, setChosen] = useState(() => chosenOf(target, choices));
  const [search, setSearch] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const found = choices.filter((choice) => choice.toLowerCase().includes(search.toLowerCase()));
  const kept = found.filter((choice) => chosen.has(choice));
  const toggle = (some: readonly string[], isWanted: boolean): void =>
    setChosen(new Set(choices.filter((choice) => (some.includes(choice) ? isWanted : chosen.has(choice)))));
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    onChosen(kept.length === choices.length ? null : kept);
  };
  return (
    <div className="filter-panel" role="dialog" aria-label={fill(texts.filterBy, { column: target.column.name })}>
      <form onSubmit={apply}>
        <input
          ref={first}
          type="search"
          value={search}
          placeholder={texts.filterSearch}
          aria-label={texts.filterSearch}
          onChange={({ target: { value } }) => setSearch(value)}
        />
        <label>
          <input
            type="checkbox"
            checked={kept.length === found.length}
            onChange={() => toggle(found, kept.length < found.length)}
          />
          <strong>{fill(texts.filterAll, { count: found.length })}</strong>
        </label>
        <div className="filter-choices">
          {found.slice(0, SHOWN).map((choice) => (
            <label key={choice}>
              <input
                type="checkbox"
                checked={chosen.has(choice)}
                onChange={() => toggle([choice], !chosen.has(choice))}
              />
              <span>{choice === '' ? texts.filterBlank : choice}</span>
            </label>
          ))}
          {found.length > SHOWN && <p>{fill(texts.filterMore, { count: found.length - SHOWN })}</p>}
        </div>
        <div className="filter-actions">
          <button type="submit" disabled={kept.length === 0}>
            {texts.filterApply}
          </button>
          <button type="button" disabled={!target.column.filter} onClick={() => onChosen(null)}>
            {texts.filterClear}
          </button>
        </div>
      </form>
    </div>
  );
}
