import type { ReactNode } from 'react';
import { Menu, MenuList, MenuPopover, type MenuProps } from '@fluentui/react-components';
import type { OpenMenu } from './MenuOpener';

interface Props extends OpenMenu, Pick<MenuProps, 'inline' | 'checkedValues' | 'onCheckedValueChange'> {
  readonly children: ReactNode;
}

/** The menu of a `MenuOpener`: open as long as it is there. */
export const HungMenu = ({ target, onClose, children, ...menu }: Props) => (
  <Menu {...menu} open positioning={{ target, autoSize: true }} onOpenChange={(_, { open }) => open || onClose()}>
    <MenuPopover>
      <MenuList>{children}</MenuList>
    </MenuPopover>
  </Menu>
);
