import { useQuery } from '@tanstack/react-query';
import type { SetupView } from '../../console-api/contract.ts';
import { Link } from '../address/link.tsx';
import { setupQuery } from '../api/queries.ts';
import { useWords } from '../language/use-words.ts';
import { CommandLine } from '../pieces/command-line.tsx';
import { Prose } from '../pieces/prose.tsx';
import './banners.css';

/** The mark that nothing on this page is real. It stays in sight. */
export function DemoMark() {
  const { say } = useWords();
  return (
    <aside className="demo-mark" aria-label={say('demo.mark')}>
      <strong>{say('demo.mark')}</strong> <span>{say('demo.explained')}</span>
    </aside>
  );
}

/** Says that octroi does not answer, over what it said last. */
export function AwayBanner({ fault, since }: { readonly fault: unknown; readonly since: number }) {
  const words = useWords();
  const { text, hint } = words.fault(fault);
  const goesOn = `${words.say('away.since', { at: words.clock(since) })} ${words.say('away.goesOn')}`;
  return (
    <div className="banner banner-away" role="alert">
      <p>
        <strong>{text}</strong> <Prose text={`${goesOn} ${hint}`} />
      </p>
    </div>
  );
}

/** An alarm for each contract that was stopped, with what lets it go on. */
export function StoppedContracts() {
  const { data } = useQuery(setupQuery);
  return data?.stoppedContracts.map((contract) => <StoppedContract key={contract.id} contract={contract} />);
}

function StoppedContract({ contract }: { readonly contract: SetupView['stoppedContracts'][number] }) {
  const { say, instant } = useWords();
  return (
    <section className="banner banner-alarm" role="alert">
      <div>
        <h2>{say('alarm.title', { name: contract.name })}</h2>
        <p>{say('alarm.explained', { at: instant(contract.stoppedAt) })}</p>
      </div>
      <CommandLine words={`contract resume ${contract.id}`} what={say('alarm.command')} />
    </section>
  );
}

/** An alarm while the vendors’ terms do not bear out facts that decisions rest on. */
export function AlarmedFacts() {
  const { data } = useQuery(setupQuery);
  const { say, count } = useWords();
  if (!data || data.alarmedFacts.length === 0) return null;
  return (
    <section className="banner banner-alarm" role="alert">
      <div>
        <h2>{count('alarm.facts', data.alarmedFacts.length)}</h2>
        <p>{say('alarm.factsExplained', { facts: data.alarmedFacts.slice(0, 5).join(', ') })}</p>
      </div>
      <Link to={{ page: 'posture' }}>{say('alarm.factsLook')}</Link>
    </section>
  );
}
