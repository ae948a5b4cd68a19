import { useEffect } from 'react';
import { signatureOf } from '../../actions/signature';
import type { Snapshot } from '../../crm/snapshot';
import type { Session } from '../session';
import { useMe } from './useMe';

/** Signs what is written with the name of the person on this machine, while the Team sheet has it. */
export function useSignature(session: Session, snapshot: Snapshot | undefined): void {
  const [me] = useMe();
  useEffect(() => {
    // A reading without the team tells nothing about it.
    if (snapshot?.tables.team) session.signAs(signatureOf(snapshot, me));
  }, [session, snapshot, me]);
}
