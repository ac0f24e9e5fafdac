import { type EgressViewName, egressViews } from '../../address/address.ts';
import type { FlowSearch } from '../../address/flow-search.ts';
import { useWords } from '../../language/use-words.ts';
import { useTitle } from '../../pieces/use-title.ts';
import { Views } from '../../pieces/views.tsx';
import { Around } from './around.tsx';
import { Flows } from './flows.tsx';
import { Shadow } from './shadow.tsx';
import { Ways } from './ways.tsx';
import './egress.css';

type EgressPageProps = { readonly view: EgressViewName; readonly search: FlowSearch };

/** The way out: which connections went through the proxy, which ways data took, and who goes around. */
export function EgressPage({ view, search }: EgressPageProps) {
  const { say } = useWords();
  useTitle(say('egress.title'));
  return (
    <div className="egress">
      <div className="page-head">
        <div>
          <h1>{say('egress.title')}</h1>
          <p>{say('egress.lead')}</p>
        </div>
      </div>
      <Views
        label={say('egress.views')}
        views={egressViews.map((name) => ({
          name,
          text: say(`egress.view.${name}`),
          to: { page: 'egress', view: name, search: {} },
          isCurrent: view === name,
        }))}
      />
      <Shown view={view} search={search} />
    </div>
  );
}

function Shown({ view, search }: EgressPageProps) {
  switch (view) {
    case 'flows':
      return <Flows search={search} />;
    case 'ways':
      return <Ways />;
    case 'shadow':
      return <Shadow />;
    case 'around':
      return <Around />;
  }
}
