import { useWords } from '../language/use-words.ts';

type MomentProps = { readonly at: string; readonly as?: 'clock' | 'date' | 'instant' };

/** An instant in the browser's zone; pointing at it shows it in UTC, as the ledger has it. */
export function Moment({ at, as = 'instant' }: MomentProps) {
  const words = useWords();
  return (
    <time dateTime={at} title={at} className="moment">
      {words[as](at)}
    </time>
  );
}
