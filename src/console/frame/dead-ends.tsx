import { start } from '../address/address.ts';
import { Link } from '../address/link.tsx';
import { useWords } from '../language/use-words.ts';
import { Notice } from '../pieces/notice.tsx';
import { useTitle } from '../pieces/use-title.ts';
import { Outside } from './outside.tsx';

/** An address that leads nowhere. */
export function Missing() {
  const { say } = useWords();
  useTitle(say('missing.title'));
  return (
    <Outside>
      <Notice title={say('missing.title')} isPage>
        <Link to={start}>{say('missing.back')}</Link>
      </Notice>
    </Outside>
  );
}

/** A fault of the console itself. */
export function Crashed() {
  const { say } = useWords();
  return (
    <Outside>
      <Notice title={say('crash.title')} isPage>
        <p role="alert">{say('crash.explained')}</p>
        <button type="button" className="primary" onClick={() => window.location.reload()}>
          {say('crash.reload')}
        </button>
      </Notice>
    </Outside>
  );
}
