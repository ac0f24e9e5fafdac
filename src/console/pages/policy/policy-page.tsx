import { type PolicyViewName, policyViews } from '../../address/address.ts';
import { useWords } from '../../language/use-words.ts';
import { useTitle } from '../../pieces/use-title.ts';
import { Views } from '../../pieces/views.tsx';
import { Cases } from './cases.tsx';
import { Compare } from './compare.tsx';
import { Rules } from './rules.tsx';
import { Versions } from './versions.tsx';
import './policy.css';

const viewTexts = {
  rules: 'policy.rules',
  cases: 'policy.cases',
  compare: 'policy.compare',
  versions: 'policy.versions',
} as const;

const viewPages = { rules: Rules, cases: Cases, compare: Compare, versions: Versions } as const;

/** The policy: what it says, whether its cases hold, what another one would have changed, and what came before. */
export function PolicyPage({ view }: { readonly view: PolicyViewName }) {
  const { say } = useWords();
  useTitle(say(view === 'rules' ? 'policy.title' : viewTexts[view]));
  const views = policyViews.map((name) => ({
    name,
    text: say(viewTexts[name]),
    to: { page: 'policy', view: name } as const,
    isCurrent: name === view,
  }));
  const Shown = viewPages[view];
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('policy.title')}</h1>
          <p>{say('policy.lead')}</p>
        </div>
      </div>
      <Views label={say('policy.views')} views={views} />
      <Shown />
    </>
  );
}
