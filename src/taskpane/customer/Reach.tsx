import { Button } from '@fluentui/react-components';
import { Call16Regular, Mail16Regular } from '@fluentui/react-icons';
import { columnOf } from '../../template/environment';
import { usePane, useWorkbook } from '../context';
import { dialable, mailLink } from '../today/text';

interface Props {
  readonly table: 'customers' | 'contacts';
  readonly row: number;
  readonly name: string;
}

/** Call and write, where the cells hold something that can be dialled or is an address. */
export function Reach({ table, row, name }: Props) {
  const { t } = usePane();
  const { snapshot } = useWorkbook().data;
  const cell = (column: string) => {
    const value = columnOf(snapshot, table, column)[row] ?? null;
    return value === null ? null : String(value);
  };
  const links = [
    {
      href: dialable(cell('phone')),
      icon: <Call16Regular />,
      label: t('customer.call', { name }),
      text: cell('phone'),
    },
    {
      href: mailLink(cell('email'), ''),
      icon: <Mail16Regular />,
      label: t('customer.mail', { name }),
      text: cell('email'),
    },
  ];
  return (
    <>
      {links.map(
        ({ href, icon, label, text }) =>
          href !== null && (
            <Button
              key={label}
              as="a"
              href={href}
              size="small"
              appearance="subtle"
              icon={icon}
              aria-label={label}
              title={text ?? label}
            />
          ),
      )}
    </>
  );
}
