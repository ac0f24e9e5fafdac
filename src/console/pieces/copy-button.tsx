import { useEffect, useRef, useState } from 'react';
import { useWords } from '../language/use-words.ts';
import { copyText } from './copy-text.ts';

type CopyButtonProps = {
  readonly text: string;
  /** What is copied, for those who do not see where the button stands. */
  readonly what: string;
  readonly isSmall?: boolean;
  readonly onCopied?: () => void;
};

type State = 'ready' | 'done' | 'failed';

const stateText = { ready: 'copy.copy', done: 'copy.done', failed: 'copy.failed' } as const;
const shownMs = 2_000;

/** Copies a text, and says so where the eye is and to screen readers. */
export function CopyButton({ text, what, isSmall = false, onCopied }: CopyButtonProps) {
  const { say } = useWords();
  const [state, setState] = useState<State>('ready');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state === 'ready') return undefined;
    const timer = setTimeout(() => setState('ready'), shownMs);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    if (!button.current) return;
    const isCopied = await copyText(text, button.current);
    setState(isCopied ? 'done' : 'failed');
    if (isCopied) onCopied?.();
  };
  return (
    <span className="copy">
      <button
        ref={button}
        type="button"
        className={isSmall ? 'copy-button copy-small' : 'copy-button'}
        data-state={state}
        aria-label={say('copy.what', { what })}
        title={say('copy.what', { what })}
        onClick={() => void copy()}
      >
        <CopyMark isDone={state === 'done'} />
        {isSmall && state !== 'failed' ? null : <span aria-hidden="true">{say(stateText[state])}</span>}
      </button>
      <output className="unseen">{state === 'ready' ? '' : say(stateText[state])}</output>
    </span>
  );
}

function CopyMark({ isDone }: { readonly isDone: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false" className="mark">
      {isDone ? <path d="M3 8.5 6.5 12 13 4.5" /> : <path d="M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z" />}
    </svg>
  );
}
