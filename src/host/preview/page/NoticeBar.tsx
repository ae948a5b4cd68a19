import { fill, type PreviewTexts, type TextKey } from './texts';

/** Something that did not work, in whichever language the page speaks, and the next step. */
export interface Notice {
  readonly text: TextKey;
  readonly values: Readonly<Record<string, string>>;
  readonly retry?: () => void;
}

interface NoticeBarProps {
  readonly notice: Notice;
  readonly texts: PreviewTexts;
  onDismiss(): void;
}

export function NoticeBar({ notice, texts, onDismiss }: NoticeBarProps) {
  return (
    <div className="notice" role="alert">
      <span>{fill(texts[notice.text], notice.values)}</span>
      {notice.retry && <button onClick={notice.retry}>{texts.retry}</button>}
      <button onClick={onDismiss}>{texts.dismiss}</button>
    </div>
  );
}
