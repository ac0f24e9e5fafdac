import type { DatedView, SourceView } from '../../../console-api/catalogue-contract.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';

const datingTexts = {
  stated: 'catalogue.stated',
  recorded: 'catalogue.recorded',
  seen: 'catalogue.seen',
} as const satisfies Readonly<Record<SourceView['dating'], string>>;

const confidenceTexts = {
  high: 'catalogue.confidence.high',
  medium: 'catalogue.confidence.medium',
  low: 'catalogue.confidence.low',
} as const;

/** Where a value was read, whose word its date is, and how sure it is. */
export function SourceOf({
  dated: { source, confidence },
}: {
  readonly dated: Pick<DatedView, 'source' | 'confidence'>;
}) {
  const { say } = useWords();
  const { day } = useCatalogueWords();
  if (source === null) return null;
  const details = [say(datingTexts[source.dating], { on: day(source.datedOn) }), say(confidenceTexts[confidence])];
  return (
    <span className="source-of">
      <SourceLink url={source.url} />
      <small>{details.join(', ')}</small>
      {source.via === null ? null : <small lang="en">{source.via}</small>}
    </span>
  );
}

/** A way out of the console: the vendor's page, in a tab of its own, which does not learn where one came from. */
function SourceLink({ url }: { readonly url: string }) {
  const { say } = useWords();
  if (!url.startsWith('https://')) return <span>{say('catalogue.measured')}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {shortAddress(url)}
    </a>
  );
}

const mostShown = 56;

// The host says whose page it is and the end says which; what lies between is for the browser.
function shortAddress(address: string): string {
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  const path = decoded(pathname.replace(/\/$/, ''));
  if (host.length + path.length <= mostShown) return host + path;
  return `${host}/…${path.slice(path.lastIndexOf('/'))}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
