import type { ReactNode } from 'react';
import { useDelayed } from '../hooks/useDelayed';

const after = 1000;

/** What only a wait of more than a second shows: it would flicker otherwise. */
export const Late = ({ children }: { readonly children: ReactNode }) => (useDelayed(after) ? children : null);
