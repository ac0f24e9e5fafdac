import { type ErasureGround, retentionClasses } from '../ledger/index.ts';
import type { Retention } from './retention.ts';
import type { Selection } from './selection.ts';

const dayMs = 86_400_000;

export type Due = { readonly ground: ErasureGround; readonly selection: Selection };

/** What is to be erased without anybody ordering it, by the lifetimes and the clock. */
export function dueSelections({ lifetimes, now }: Pick<Retention, 'lifetimes' | 'now'>): readonly Due[] {
  const at = now();
  const inForce = lifetimes();
  const before = new Date(at.getTime() - inForce.deletedConversationDays * dayMs);
  return [
    { ground: 'conversation_deleted', selection: { kind: 'deleted', before } },
    { ground: 'key_destroyed', selection: { kind: 'orphaned' } },
    ...retentionClasses.map((name): Due => {
      return { ground: 'lifetime_over', selection: { kind: 'lifetime', class: name, lifetimes: inForce, at } };
    }),
  ];
}
