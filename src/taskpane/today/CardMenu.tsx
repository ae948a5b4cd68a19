import { MenuDivider, MenuItem, MenuItemLink } from '@fluentui/react-components';
import {
  Call20Regular,
  Clock20Regular,
  Copy20Regular,
  Mail20Regular,
  Person20Regular,
  PersonArrowRight20Regular,
  Checkmark20Regular,
  CalendarEdit20Regular,
} from '@fluentui/react-icons';
import type { TodayItem } from '../../actions/report/today';
import { HungMenu } from '../components/HungMenu';
import type { OpenMenu } from '../components/MenuOpener';
import { usePane, useWorkbook } from '../context';
import type { CardHandlers } from './TodayCard';
import { canBeGiven, canBePutOff, othersOf } from './primary';
import { dialable, mailLink } from './text';

interface Props extends CardHandlers {
  readonly item: TodayItem;
  readonly menu: OpenMenu;
  /** Something is being written: one thing at a time. */
  readonly isBusy: boolean;
}

/** Everything else that can be done about an item; only what is possible is offered. */
export function CardMenu({ item, menu, isBusy, ...handlers }: Props) {
  const { t, navigate } = usePane();
  const { locked } = useWorkbook();
  const { customerId } = item;
  const others = othersOf(item);
  return (
    <HungMenu {...menu}>
      {customerId !== null && (
        <MenuItem icon={<Person20Regular />} onClick={() => navigate(`customer/${encodeURIComponent(customerId)}`)}>
          {t('today.act.customer')}
        </MenuItem>
      )}
      {others.map((act) => (
        <MenuItem
          key={act}
          icon={act === 'log' ? <CalendarEdit20Regular /> : <Checkmark20Regular />}
          disabled={locked || isBusy}
          onClick={() => handlers.onAct(act, item)}
        >
          {t(`today.act.${act}`)}
        </MenuItem>
      ))}
      <ReachItems item={item} onCopy={handlers.onCopy} />
      {(canBePutOff(item) || canBeGiven(item)) && <MenuDivider />}
      {canBePutOff(item) && (
        <MenuItem icon={<Clock20Regular />} disabled={locked || isBusy} onClick={() => handlers.onPostpone(item)}>
          {t('today.act.snooze')}
        </MenuItem>
      )}
      {canBeGiven(item) && (
        <MenuItem
          icon={<PersonArrowRight20Regular />}
          disabled={locked || isBusy}
          onClick={() => handlers.onReassign(item)}
        >
          {t('today.act.reassign')}
        </MenuItem>
      )}
    </HungMenu>
  );
}

/** Call and write; panes on the desktop may not open such links, so both can be copied as well. */
function ReachItems({ item, onCopy }: { readonly item: TodayItem; readonly onCopy: (text: string) => void }) {
  const { t } = usePane();
  const { phone, email } = item;
  const subject = [item.title, item.customer === item.title ? null : item.customer].filter(Boolean).join(' · ');
  const [call, mail] = [dialable(phone), mailLink(email, subject)];
  return (
    <>
      {call && (
        <MenuItemLink href={call} icon={<Call20Regular />}>
          {t('today.act.call', { phone: phone! })}
        </MenuItemLink>
      )}
      {phone && (
        <MenuItem icon={<Copy20Regular />} onClick={() => onCopy(phone)}>
          {t('today.act.copyPhone')}
        </MenuItem>
      )}
      {mail && (
        <MenuItemLink href={mail} icon={<Mail20Regular />}>
          {t('today.act.mail', { email: email! })}
        </MenuItemLink>
      )}
      {email && (
        <MenuItem icon={<Copy20Regular />} onClick={() => onCopy(email)}>
          {t('today.act.copyEmail')}
        </MenuItem>
      )}
    </>
  );
}
