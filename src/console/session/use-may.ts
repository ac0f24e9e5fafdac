import { useQuery } from '@tanstack/react-query';
import type { RightName } from '../../console-api/access-contract.ts';
import { sessionQuery } from '../api/queries.ts';

/**
 * Whether whoever is signed in may do something. What they may not is not offered; the server refuses it all the same.
 */
export function useMay(right: RightName): boolean {
  const { data } = useQuery(sessionQuery);
  return data?.rights.includes(right) ?? false;
}

/** Whether they may, and are a person: for what counts persons, a link's session is nobody. */
export function useMayAsPerson(right: RightName): boolean {
  const { data } = useQuery(sessionQuery);
  return data !== undefined && data.person !== null && data.rights.includes(right);
}
