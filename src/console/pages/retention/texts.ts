import type { ConsoleKey } from '../../../messages/console.ts';

/** Why something was erased. */
export const groundTexts: Readonly<Record<string, ConsoleKey>> = {
  lifetime_over: 'ground.lifetime_over',
  conversation_deleted: 'ground.conversation_deleted',
  person_erased: 'ground.person_erased',
  key_destroyed: 'ground.key_destroyed',
};
