import type { ComponentType, ReactElement } from 'react';
import { usePane } from '../context';
import { useGoTo } from '../hooks/useGoTo';
import type { Write } from '../hooks/useWrite';
import { Failure } from './Failure';
import { Page } from './Page';
import type { PartProps } from './part';
import { PartTabs } from './PartTabs';
import { ViewTitle } from './ViewTitle';
import { WriteStatus } from './WriteStatus';

interface Props {
  /** Route and topic of the texts: `title`, `parts`, `part.<id>`. */
  readonly view: string;
  readonly parts: Readonly<Record<string, ComponentType<PartProps>>>;
  /** The part that the route asks for; the first one when there is no such part. */
  readonly part: string | null;
  /** Shown in place of the parts when there is nothing to show. */
  readonly empty: ReactElement | null;
  readonly write: Write;
}

/** A view of parts, one of them shown; what became of a write stands above. */
export function PartedPage({ view, parts, part, empty, write }: Props) {
  const { t, navigate } = usePane();
  const { goTo, error } = useGoTo();
  const ids = Object.keys(parts);
  const selected = ids.find((id) => id === part) ?? ids[0]!;
  const Shown = parts[selected]!;
  return (
    <Page>
      <ViewTitle title={t(`${view}.title`)} />
      <WriteStatus write={write} />
      {error !== null && <Failure error={error} />}
      {empty ?? (
        <>
          <PartTabs
            label={t(`${view}.parts`)}
            parts={ids.map((id) => ({ id, text: t(`${view}.part.${id}`) }))}
            selected={selected}
            onSelect={(id) => navigate(`${view}/${id}`)}
          />
          <Shown write={write} onGoTo={goTo} />
        </>
      )}
    </Page>
  );
}
