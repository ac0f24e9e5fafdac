import { useWords } from '../language/use-words.ts';

/** What one must know to read any page: which build, which clock, whose names. */
export function Foot({ version }: { readonly version: string }) {
  const { say, zone } = useWords();
  return (
    <footer className="foot">
      <span>{say('foot.version', { version })}</span>
      <span>{say('foot.zone', { zone })}</span>
      <span>{say('foot.pseudonyms')}</span>
    </footer>
  );
}
