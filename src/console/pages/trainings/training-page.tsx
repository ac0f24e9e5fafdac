import { useQuery } from '@tanstack/react-query';
import type { ModuleView } from '../../../console-api/training-contract.ts';
import { Link } from '../../address/link.tsx';
import { moduleQuery } from '../../api/training-queries.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Asked } from '../../pieces/asked.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { Questions } from './questions.tsx';
import './trainings.css';

/** One module: what there is to read, each statement with its source, and its questions below. */
export function TrainingPage({ module }: { readonly module: string }) {
  const { language } = useWords();
  return (
    <Asked query={useQuery(moduleQuery(module, language))}>
      {(view) => <Reading key={view.version} view={view} />}
    </Asked>
  );
}

function Reading({ view }: { readonly view: ModuleView }) {
  const { say } = useWords();
  const { title, summary, minutes, version, sections, withdrawn } = view;
  useTitle(title);
  return (
    <article className="training">
      <div className="page-head">
        <div>
          <p>
            <Link to={{ page: 'trainings' }}>{say('training.back')}</Link>
          </p>
          <h1>{title}</h1>
          <p>{summary}</p>
          <p className="sheet-note">{say('training.facts', { minutes, version })}</p>
        </div>
      </div>
      {sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          {section.paragraphs.map(({ text, sources }) => (
            <p key={text}>
              <Prose text={text} /> <Sources sources={sources} />
            </p>
          ))}
        </section>
      ))}
      {withdrawn > 0 ? <p className="sheet-note">{say('training.withdrawn', { count: withdrawn })}</p> : null}
      <Questions view={view} />
    </article>
  );
}

type SourcesProps = { readonly sources: ModuleView['sections'][number]['paragraphs'][number]['sources'] };

function Sources({ sources }: SourcesProps) {
  const { say } = useWords();
  const words = useCatalogueWords();
  const told = sources.map(({ key, url, datedOn }) => {
    const date = words.day(datedOn);
    if (url === 'measured') return <span key={key}>{say('training.measured', { date })}</span>;
    return (
      <a key={key} href={url} rel="noreferrer" target="_blank" title={key}>
        {say('training.source', { date })}
      </a>
    );
  });
  return told.length === 0 ? null : <span className="sources">{told}</span>;
}
