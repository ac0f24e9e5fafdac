import type { ConsoleKey } from '../../messages/console.ts';
import { useWords } from '../language/use-words.ts';

/** Something is on its way. It shows only when that takes long enough to be noticed (styles/base.css). */
export function Loading({ what = 'state.loading' }: { readonly what?: ConsoleKey }) {
  const { say } = useWords();
  return <output className="loading">{say(what)}</output>;
}
