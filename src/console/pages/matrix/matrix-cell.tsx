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

function Otherwise({ also: { verdict, contents, isAll, reasons } }: { readonly also: Also }) {
  const { say } = useWords();
  const named = contents.map((content) => say(`content.${content}`)).join(', ');
  return (
    <div className="matrix-also" data-verdict={verdict}>
      <Mark tone={verdictTones[verdict]} />
      <span>{isAll ? say(`matrixAll.${verdict}`) : say(`matrixAlso.${verdict}`, { contents: named })}</span>
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
