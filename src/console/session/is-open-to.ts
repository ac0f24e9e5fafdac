import type { Address } from '../address/address.ts';

/** What a session may see of the console. */
export type Sight = { readonly mayRead: boolean; readonly mayTeam: boolean };

/** Whether a page is open to a session: one's own trainings are to everybody. The server refuses the rest all the same. */
export function isOpenTo(page: Address['page'], { mayRead, mayTeam }: Sight): boolean {
  if (page === 'trainings' || page === 'training') return true;
  return page === 'team' ? mayTeam : mayRead;
}
