import { type RetentionViewName, retentionViews } from '../../address/address.ts';
import { useWords } from '../../language/use-words.ts';
import { useTitle } from '../../pieces/use-title.ts';
import { Views } from '../../pieces/views.tsx';
import { Captures } from './captures.tsx';
import { Certificates } from './certificates.tsx';
import { Classes } from './classes.tsx';
import { Due } from './due.tsx';
import { Holds } from './holds.tsx';

/** How long what is recorded is kept, what holds keep, and what was erased. */
export function RetentionPage({ view }: { readonly view: RetentionViewName }) {
  const { say } = useWords();
  useTitle(say('retention.title'));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say('retention.title')}</h1>
          <p>{say('retention.lead')}</p>
        </div>
      </div>
      <Views
        label={say('retention.views')}
        views={retentionViews.map((name) => ({
          name,
          text: say(`retention.view.${name}`),
          to: { page: 'retention', view: name },
          isCurrent: view === name,
        }))}
      />
      <Shown view={view} />
    </>
  );
}

function Shown({ view }: { readonly view: RetentionViewName }) {
  switch (view) {
    case 'classes':
      return <Classes />;
    case 'due':
      return <Due />;
    case 'holds':
      return <Holds />;
    case 'captures':
      return <Captures />;
    case 'certificates':
      return <Certificates />;
  }
}
