import type { VerdictName } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Mark } from '../../pieces/stamp.tsx';
import { Verdict, verdictTones } from '../../pieces/verdict.tsx';
import type { Also, LabelCell } from './matrix-lines.ts';

/** What the policy says of one label: the verdict in word and mark, then what is otherwise where something was found. */
export function MatrixCell({ cell }: { readonly cell: LabelCell }) {
  return (
    <>
      <Verdict verdict={cell.verdict} />
      {cell.verdict === 'allow' ? null : <Reasons ids={cell.reasons} />}
      {cell.also.map((also) => (
        <Otherwise key={also.verdict} also={also} />
      ))}
    </>
  );
}

const alsoTexts = {
  allow: 'matrix.also.allow',
  redact: 'matrix.also.redact',
  block: 'matrix.also.block',
} as const satisfies Readonly<Record<VerdictName, string>>;

function Otherwise({ also: { verdict, contents, isAll, reasons } }: { readonly also: Also }) {
  const { say } = useWords();
  const named = isAll ? say('matrix.anyFinding') : contents.map((content) => say(`content.${content}`)).join(', ');
  return (
    <div className="matrix-also" data-verdict={verdict}>
      <Mark tone={verdictTones[verdict]} />
      <span>{say(alsoTexts[verdict], { contents: named })}</span>
      {verdict === 'block' ? <Reasons ids={reasons} /> : null}
    </div>
  );
}

function Reasons({ ids }: { readonly ids: readonly string[] }) {
  return (
    <span className="matrix-reasons">
      {ids.map((id) => (
        <code key={id}>{id}</code>
      ))}
    </span>
  );
}
