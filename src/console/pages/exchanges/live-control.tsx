import { useWords } from '../../language/use-words.ts';

type LiveControlProps = {
  readonly isPaused: boolean;
  readonly onChange: (isPaused: boolean) => void;
  /** When the list was last asked for, in ms since 1970; 0 when it has not come yet. */
  readonly updatedAt: number;
};

/** Says how fresh the list is, and holds it still on demand. */
export function LiveControl({ isPaused, onChange, updatedAt }: LiveControlProps) {
  const { say, clock } = useWords();
  return (
    <div className="live" data-paused={isPaused}>
      <span className="live-state">
        <span className="live-dot" aria-hidden="true" />
        <strong>{say(isPaused ? 'exchanges.paused' : 'exchanges.live')}</strong>{' '}
        {updatedAt > 0 ? <span>{say('exchanges.liveSince', { at: clock(updatedAt) })}</span> : null}
      </span>
      <button type="button" onClick={() => onChange(!isPaused)}>
        {say(isPaused ? 'exchanges.resume' : 'exchanges.pause')}
      </button>
    </div>
  );
}
