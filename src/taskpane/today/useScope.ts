import { useMemo, useState } from 'react';
import { concerns, peopleOf, workloads, type Scope, type Workload } from '../../actions/report/teamWork';
import { today, type TodayItem } from '../../actions/report/today';
import { useWorkbook } from '../context';
import { useMe } from '../hooks/useMe';
import { useSection } from '../hooks/useSection';

/** Whose work Today shows. */
export interface ScopeChoice {
  /** What can be chosen: without a name only everybody's, without people no team. */
  readonly scopes: readonly { readonly scope: Scope; readonly count: number }[];
  readonly scope: Scope;
  readonly choose: (scope: Scope) => void;
  /** Items of the scope. */
  readonly items: readonly TodayItem[];
  readonly isMine: (item: Pick<TodayItem, 'owner'>) => boolean;
  readonly team: readonly Workload[];
  /** Id of the person, while the Team sheet still has it. */
  readonly me: string | null;
}

/** Begins with the person's own work and that of the people below, however many levels. */
export function useScope(): ScopeChoice {
  const { figures } = useWorkbook().data;
  const { items } = useSection(today);
  const [stored] = useMe();
  const [wish, choose] = useState<Scope | null>(null);
  const team = useMemo(() => workloads(figures, items), [figures, items]);
  const me = team.some(({ id }) => id === stored) ? stored : null;
  const possible = useMemo<readonly Scope[]>(() => {
    if (me === null) return ['everyone'];
    return peopleOf(figures, me).size ? ['team', 'me', 'everyone'] : ['me', 'everyone'];
  }, [figures, me]);
  const scope = wish !== null && possible.includes(wish) ? wish : possible[0]!;
  const isMine = useMemo(() => concerns(figures, me ?? '', scope), [figures, me, scope]);
  const scopes = useMemo(
    () => possible.map((one) => ({ scope: one, count: items.filter(concerns(figures, me ?? '', one)).length })),
    [possible, items, figures, me],
  );
  return { scopes, scope, choose, items: useMemo(() => items.filter(isMine), [items, isMine]), isMine, team, me };
}
