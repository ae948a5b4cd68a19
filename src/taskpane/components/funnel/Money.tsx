import { usePane } from '../../context';
import type { RowList } from '../../rows';
import { Figure } from '../Figure';

interface Props {
  readonly amount: number;
  readonly list: () => RowList;
  readonly isEmpty?: boolean;
}

/** A short amount that tells the exact one and opens its rows. */
export function Money({ amount, list, isEmpty }: Props) {
  const { format } = usePane();
  return <Figure text={format.shortMoney(amount)} exact={format.money(amount)} list={list} isEmpty={isEmpty} />;
}
