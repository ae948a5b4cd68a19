import type { PreviewTexts } from './texts';
import type { Work } from './useWork';

interface WorkingProps {
  readonly work: Work;
  readonly texts: PreviewTexts;
}

/** What the page is busy with, how far it is, and a way out. */
export function Working({ work: { text, share, cancel }, texts }: WorkingProps) {
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <div className="working">
      <span className="working-text">{texts[text]}</span>
      <div
        className={percent === undefined ? 'progress unknown' : 'progress'}
        role="progressbar"
        aria-label={texts[text]}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div style={{ width: `${percent ?? 30}%` }} />
      </div>
      <span className="working-share">{percent !== undefined && `${percent} %`}</span>
      {cancel && <button onClick={cancel}>{texts.cancel}</button>}
    </div>
  );
}
