import type { ExchangeSummary, PartKindName } from '../../../console-api/contract.ts';
import { useReasons } from '../../language/use-reasons.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { Path } from '../../pieces/path.tsx';
import { isWithheld, reasonsOfRefusal } from '../outcome.ts';
import { WhatWasFound } from './what-was-found.tsx';
import { kindNames, kindTexts } from '../../language/kind-texts.ts';

type WhatLeftProps = { readonly exchange: ExchangeSummary };

/** What an exchange carried for the first time, files before all else; or why it was stopped. */
export function WhatLeft({ exchange }: WhatLeftProps) {
  const words = useWords();
  if (isWithheld(exchange)) return <WhyRefused exchange={exchange} />;
  if (exchange.bodyBytes === 0)
    return <span className="left-other">{words.say('row.noBody', { path: exchange.path })}</span>;
  const remarks = remarksOn(words, exchange);
  return (
    <>
      <NewFiles exchange={exchange} />
      {remarks === '' ? null : <span className="left-other">{remarks}</span>}
      <WhatWasFound exchange={exchange} />
    </>
  );
}

function WhyRefused({ exchange }: WhatLeftProps) {
  const { say } = useWords();
  const reason = useReasons();
  return (
    <>
      <span className="left-none">{say('row.nothingLeft')}</span>
      <span className="left-why">
        {reasonsOfRefusal(exchange)
          .map((code) => reason(code).text)
          .join(' ')}
      </span>
      <WhatWasFound exchange={exchange} />
    </>
  );
}

const filesShown = 2;
const kindsShown = 4;

function NewFiles({ exchange: { files, newFileCount } }: WhatLeftProps) {
  const { count } = useWords();
  const shown = files.slice(0, Math.min(newFileCount, filesShown));
  if (shown.length === 0) return null;
  return (
    <span className="left-files">
      {shown.map((path) => (
        <Path key={path} path={path} />
      ))}
      {newFileCount > shown.length ? (
        <span className="left-more">{count('row.moreFiles', newFileCount - shown.length)}</span>
      ) : null}
    </span>
  );
}

// The files stand above; here is what else was new, and how many files went again.
function remarksOn({ say, count }: Words, exchange: ExchangeSummary): string {
  const { newKinds, fileCount, newFileCount, path } = exchange;
  // "Other" beside kinds that have a name says nothing.
  const isSaid = (kind: PartKindName): boolean =>
    !(kind === 'file' && newFileCount > 0) && !(kind === 'other' && newKinds.length > 1);
  const kinds = kindNames.filter((kind) => newKinds.includes(kind) && isSaid(kind)).map((kind) => say(kindTexts[kind]));
  const again = fileCount - newFileCount;
  return [
    ...(path.endsWith('/count_tokens') ? [say('row.tokenCount')] : []),
    ...(kinds.length === 0 && newFileCount === 0 ? [say('row.nothingNew')] : kinds.slice(0, kindsShown)),
    ...(again > 0 ? [count('row.filesAgain', again)] : []),
  ].join(' · ');
}
