import { useRef } from 'react';
import type { HostStats } from '../../options';
import { type Scenario, SCENARIOS } from './scenarios';
import { fill, type PreviewLanguage, type PreviewTexts } from './texts';

interface HeaderProps {
  readonly texts: PreviewTexts;
  readonly language: PreviewLanguage;
  /** Undefined for a person's own file, whose name is then shown. */
  readonly scenario: Scenario | undefined;
  readonly fileName: string;
  readonly status: string;
  readonly stats: HostStats | undefined;
  /** Said beside; the status is then for screen readers only. */
  readonly busy: boolean;
  readonly canSave: boolean;
  onLanguage(language: PreviewLanguage): void;
  onScenario(scenario: Scenario): void;
  onOpen(file: File): void;
  onSave(): void;
  /** Whether a second person edits the workbook; absent handler: nobody can. */
  readonly hasSecond: boolean;
  readonly onSecond?: () => void;
  /** Absent where the workbook calculates by itself. */
  readonly onCalculate?: () => void;
}

const LANGUAGES: readonly (readonly [PreviewLanguage, string])[] = [
  ['en', 'English'],
  ['zh-CN', '中文'],
];

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(0);

/** The bar over the workbook: which workbook, which language, files, and what the pane costs. */
export function Header(props: HeaderProps) {
  const { texts, stats } = props;
  const traffic = stats && {
    syncs: stats.syncs,
    sent: kilobytes(stats.requestBytes),
    received: kilobytes(stats.responseBytes),
  };
  return (
    <header className="bar">
      <Brand texts={texts} />
      <ScenarioMenu {...props} />
      <Files {...props} />
      {props.onSecond && (
        <button aria-pressed={props.hasSecond} title={texts.secondHelp} disabled={props.busy} onClick={props.onSecond}>
          {texts.second}
        </button>
      )}
      {props.onCalculate && (
        <button disabled={props.busy} onClick={props.onCalculate}>
          {texts.calculate}
        </button>
      )}
      <span className={props.busy ? 'status unseen' : 'status'} role="status">
        {props.status}
      </span>
      <span className="traffic" title={texts.trafficHelp} data-testid="traffic">
        {traffic && fill(texts.traffic, traffic)}
      </span>
      <LanguageSwitch {...props} />
    </header>
  );
}

function Brand({ texts }: Pick<HeaderProps, 'texts'>) {
  return (
    <span className="brand">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M2 3h16l-6 7v6l-4 2v-8z" fill="#fff" />
      </svg>
      <strong>{texts.product}</strong>
      <span className="badge">{texts.preview}</span>
    </span>
  );
}

function ScenarioMenu({ texts, scenario, fileName, busy, onScenario }: HeaderProps) {
  return (
    <select
      aria-label={texts.scenario}
      value={scenario ?? 'file'}
      disabled={busy}
      onChange={({ target }) => onScenario(target.value as Scenario)}
    >
      {SCENARIOS.map((name) => (
        <option key={name} value={name}>
          {texts[name]}
        </option>
      ))}
      {!scenario && <option value="file">{fill(texts.file, { name: fileName })}</option>}
    </select>
  );
}

function Files({ texts, busy, canSave, onOpen, onSave }: HeaderProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button disabled={busy} onClick={() => input.current?.click()}>
        {texts.open}
      </button>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file can be chosen again.
          target.value = '';
          if (file) onOpen(file);
        }}
      />
      <button disabled={busy || !canSave} onClick={onSave}>
        {texts.save}
      </button>
    </>
  );
}

function LanguageSwitch({ texts, language, busy, onLanguage }: HeaderProps) {
  return (
    <span className="languages" role="group" aria-label={texts.language}>
      {LANGUAGES.map(([code, label]) => (
        <button
          key={code}
          lang={code}
          disabled={busy}
          aria-pressed={code === language}
          onClick={() => onLanguage(code)}
        >
          {label}
        </button>
      ))}
    </span>
  );
}
