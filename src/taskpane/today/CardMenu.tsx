import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import {
  Call20Regular,
  Clock20Regular,
  Copy20Regular,
  Mail20Regular,
  MoreHorizontal16Regular,
  Person20Regular,
  PersonArrowRight20Regular,
  Checkmark20Regular,
  CalendarEdit20Regular,
} from '@fluentui/react-icons';
import type { TodayItem } from '../../actions/report/today';
import { usePane, useWorkbook } from '../context';
import type { CardHandlers } from './TodayCard';
import { canBeGiven, canBePutOff, othersOf } from './primary';
import { dialable, headingOf, mailLink } from './text';

/** Everything else that can be done about an item; only what is possible is offered. */
export function CardMenu({ item, ...handlers }: CardHandlers & { readonly item: TodayItem }) {
  const { t, navigate } = usePane();
  const { locked } = useWorkbook();
  const { customerId } = item;
  const others = othersOf(item);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t('today.act.more', { name: headingOf(item) })} relationship="label">
          <Button size="small" appearance="subtle" icon={<MoreHorizontal16Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {customerId !== null && (
            <MenuItem icon={<Person20Regular />} onClick={() => navigate(`customer/${encodeURIComponent(customerId)}`)}>
              {t('today.act.customer')}
            </MenuItem>
          )}
          {others.map((act) => (
            <MenuItem
              key={act}
              icon={act === 'log' ? <CalendarEdit20Regular /> : <Checkmark20Regular />}
              disabled={locked}
              onClick={() => handlers.onAct(act, item)}
            >
              {t(`today.act.${act}`)}
            </MenuItem>
          ))}
          <ReachItems item={item} onCopy={handlers.onCopy} />
          {(canBePutOff(item) || canBeGiven(item)) && <MenuDivider />}
          {canBePutOff(item) && (
            <MenuItem icon={<Clock20Regular />} disabled={locked} onClick={() => handlers.onPostpone(item)}>
              {t(item.kind === 'revisit' ? 'today.act.snooze' : 'today.act.postpone')}
            </MenuItem>
          )}
          {canBeGiven(item) && (
            <MenuItem icon={<PersonArrowRight20Regular />} disabled={locked} onClick={() => handlers.onReassign(item)}>
              {t('today.act.reassign')}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
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
