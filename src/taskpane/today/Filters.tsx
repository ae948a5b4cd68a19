import { Select, makeStyles, tokens } from '@fluentui/react-components';
import type { TodayItem } from '../../actions/report/today';
import type { Scope } from '../../actions/report/teamWork';
import { usePane } from '../context';
import type { ScopeChoice } from './useScope';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, flexGrow: 1, minWidth: 0 },
  filter: { flexGrow: 1, flexBasis: '116px', minWidth: 0 },
});

/** A kind of item, or all of them. */
export type KindChoice = TodayItem['kind'] | 'all';

interface Props {
  readonly choice: ScopeChoice;
  readonly kind: KindChoice;
  readonly onKind: (kind: KindChoice) => void;
}

/** Whose work and what kind of it, each with how much there is. */
export function Filters({ choice: { scopes, scope, choose, items }, kind, onKind }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const counts = new Map<TodayItem['kind'], number>();
  for (const item of items) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
  if (kind !== 'all' && !counts.has(kind)) counts.set(kind, 0);
  return (
    <div className={styles.filters}>
      {scopes.length > 1 && (
        <Select
          className={styles.filter}
          aria-label={t('today.scope')}
          value={scope}
          onChange={(_, { value }) => choose(value as Scope)}
        >
          {scopes.map(({ scope: one, count }) => (
            <option key={one} value={one}>
              {t(`today.scopes.${one}`, { count })}
            </option>
          ))}
        </Select>
      )}
      <Select
        className={styles.filter}
        aria-label={t('today.kinds')}
        value={kind}
        onChange={(_, { value }) => onKind(value as KindChoice)}
      >
        <option value="all">{t('today.allKinds', { count: items.length })}</option>
        {[...counts].map(([one, count]) => (
          <option key={one} value={one}>
            {t('today.kindCount', { kind: t(`today.kind.${one}`), count })}
          </option>
        ))}
      </Select>
    </div>
  );
}
