import { useWords } from '../language/use-words.ts';
import { Prose } from './prose.tsx';
import './form.css';

/** What went wrong with a form that was sent, where it is read out; nothing while nothing did. */
export function FormFault({ fault }: { readonly fault: unknown }) {
  const words = useWords();
  if (!fault) return null;
  return (
    <p className="form-fault" role="alert">
      <Prose text={Object.values(words.fault(fault)).join(' ')} />
    </p>
  );
}
