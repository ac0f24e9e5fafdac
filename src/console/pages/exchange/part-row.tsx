import type { PartView } from '../../../console-api/contract.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { Copyable } from '../../pieces/copyable.tsx';
import { inPlainSight } from '../../pieces/in-plain-sight.ts';
import { Path } from '../../pieces/path.tsx';
import type { NumberedPart } from './sums.ts';
import { roles } from '../../pieces/table-roles.ts';

const fingerprintShown = 8;

/** One piece: its place in the body, what it is, how it came there, its bytes, its fingerprint. */
export function PartRow({ piece: { number, part, isSameFile } }: { readonly piece: NumberedPart }) {
  const words = useWords();
  return (
    <tr {...roles.row} className="part">
      <td {...roles.cell} className="manifest-number">
        {number}
      </td>
      <td {...roles.cell} className="manifest-what">
        <What part={part} isSameFile={isSameFile} />
      </td>
      <td {...roles.cell} className="manifest-how">
        {howOf(words, part)}
      </td>
      <td {...roles.cell} className="manifest-bytes">
        {words.number(part.bytes)}
      </td>
      <td {...roles.cell} className="manifest-fingerprint">
        <Copyable
          text={part.fingerprint}
          short={part.fingerprint.slice(0, fingerprintShown)}
          what={words.say('manifest.fingerprintOf', { number })}
        />
      </td>
    </tr>
  );
}

function What({ part, isSameFile }: { readonly part: PartView; readonly isSameFile: boolean }) {
  const { say } = useWords();
  const { path, command, tool, form } = part;
  if (path !== undefined && isSameFile)
    return (
      <>
        <span className="ditto" aria-hidden="true">
          ″
        </span>
        <span className="unseen">
          {say('manifest.same')} {inPlainSight(path)}
        </span>
      </>
    );
  if (path !== undefined) return <Path path={path} />;
  if (command !== undefined) return <code className="command">{inPlainSight(command)}</code>;
  if (tool !== undefined) return <span>{inPlainSight(tool)}</span>;
  if (form === 'syntax') return <span>{say('part.syntax')}</span>;
  return form === undefined ? <span>{say(`piece.${part.kind}`)}</span> : <code>{form}</code>;
}

// What has not been said under "what" already.
function howOf({ say, number }: Words, part: PartView): string {
  const { path, command, tool, source, lines, mediaType, form } = part;
  const isNamedByTool = path === undefined && command === undefined;
  const isNamedByForm = isNamedByTool && tool === undefined;
  return [
    ...(source === undefined ? [] : [say(`source.${source}`)]),
    ...(lines === undefined ? [] : [linesOf({ say, number }, lines)]),
    ...(tool === undefined || isNamedByTool ? [] : [inPlainSight(tool)]),
    ...(mediaType === undefined ? [] : [inPlainSight(mediaType)]),
    ...(form === undefined || isNamedByForm ? [] : [form]),
  ].join(', ');
}

function linesOf({ say, number }: Pick<Words, 'say' | 'number'>, [from, to]: readonly [number, number]): string {
  if (from === to) return say('part.line', { from: number(from) });
  return say('part.lines', { from: number(from), to: number(to) });
}
