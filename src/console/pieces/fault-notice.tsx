import { useWords } from '../language/use-words.ts';
import { Notice } from './notice.tsx';
import { Prose } from './prose.tsx';

type FaultNoticeProps = { readonly fault: unknown; readonly onTryAgain: () => void };

/** What went wrong with a call, what to do, and a button that tries again. */
export function FaultNotice({ fault, onTryAgain }: FaultNoticeProps) {
  const words = useWords();
  const { text, hint } = words.fault(fault);
  return (
    <Notice title={words.say('fault.title')}>
      <p role="alert">
        <Prose text={`${text} ${hint}`} />
      </p>
      <button type="button" onClick={onTryAgain}>
        {words.say('state.tryAgain')}
      </button>
    </Notice>
  );
}
