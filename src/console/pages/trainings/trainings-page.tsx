import { useQuery } from '@tanstack/react-query';
import type { ModuleLineView } from '../../../console-api/training-contract.ts';
import { Link } from '../../address/link.tsx';
import { sessionQuery } from '../../api/queries.ts';
import { myTrainingsQuery } from '../../api/training-queries.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Law } from './law.tsx';
import { ModuleState } from './module-state.tsx';
import './trainings.css';

/** A person's own trainings: what is asked of them, and to which day it holds. */
export function TrainingsPage() {
  const { say } = useWords();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  useTitle(say('trainings.title'));
  return (
    <div className="trainings">
      <div className="page-head">
        <div>
          <h1>{say('trainings.title')}</h1>
          <p>{say('trainings.lead')}</p>
        </div>
      </div>
      {session?.person === null ? (
        <Notice title={say('trainings.link')}>
          <p>{say('trainings.linkHow')}</p>
        </Notice>
      ) : (
        <Modules />
      )}
      <Law />
    </div>
  );
}

function Modules() {
  const { say, language } = useWords();
  return (
    <Asked query={useQuery(myTrainingsQuery(language))}>
      {({ modules }) => (
        <Sheet
          label={say('trainings.list')}
          columns={(['module', 'state', 'until', 'minutes'] as const).map((column) =>
            say(`trainings.column.${column}`),
          )}
          rows={modules.map((module) => ({
            key: module.id,
            cells: [
              <Title key="module" module={module} />,
              <ModuleState key="state" state={module.state} />,
              <Until key="until" day={module.validUntil} />,
              module.given ? say('trainings.minutes', { count: module.given.minutes }) : null,
            ],
          }))}
        />
      )}
    </Asked>
  );
}

function Title({ module: { id, title, given, isRequired } }: { readonly module: ModuleLineView }) {
  const { say } = useWords();
  return (
    <div className="module-title">
      {given ? <Link to={{ page: 'training', module: id }}>{title}</Link> : <code>{title}</code>}
      {isRequired ? <span className="module-required"> · {say('trainings.required')}</span> : null}
      <p>{given ? given.summary : say('trainings.elsewhere')}</p>
    </div>
  );
}

function Until({ day }: { readonly day: string | null }) {
  const words = useCatalogueWords();
  return day === null ? '–' : <time dateTime={day}>{words.day(day)}</time>;
}
