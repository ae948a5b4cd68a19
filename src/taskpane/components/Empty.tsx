import type { ReactNode } from 'react';
import { Text, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalXXXL,
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '40px', lineHeight: '1', color: tokens.colorBrandForeground1 },
});

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing to show, said in a friendly way. */
export function Empty({ icon, title, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <span className={styles.icon}>{icon}</span>
      <Text weight="semibold" size={400}>
        {title}
      </Text>
      {children}
    </div>
  );
}
