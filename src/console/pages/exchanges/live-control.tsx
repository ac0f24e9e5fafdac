import { useWords } from '../../language/use-words.ts';

type LiveControlProps = {
  readonly isPaused: boolean;
  /** The last call brought nothing: what is shown is from before. */
  readonly isLost: boolean;
  readonly onChange: (isPaused: boolean) => void;
  /** When the list was last asked for, in ms since 1970; 0 when it has not come yet. */
  readonly updatedAt: number;
};

const stateTexts = { live: 'exchanges.live', lost: 'exchanges.lost', paused: 'exchanges.paused' } as const;

/** Says how fresh the list is, and holds it still on demand. */
export function LiveControl({ isPaused, isLost, onChange, updatedAt }: LiveControlProps) {
  const { say, clock } = useWords();
  const state = isPaused ? 'paused' : isLost ? 'lost' : 'live';
  return (
    <div className="live" data-state={state}>
      <span className="live-state">
        <span className="live-dot" aria-hidden="true" />
        <strong>{say(stateTexts[state])}</strong>{' '}
        {updatedAt > 0 ? <span>{say('exchanges.liveSince', { at: clock(updatedAt) })}</span> : null}
      </span>
      <button type="button" onClick={() => onChange(!isPaused)}>
        {say(isPaused ? 'exchanges.resume' : 'exchanges.pause')}
      </button>
    </div>
  );
}
