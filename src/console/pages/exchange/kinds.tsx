import type { PartView } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { kindTexts } from '../../language/kind-texts.ts';
import { KindsBar } from './kinds-bar.tsx';
import { bytesOf, type KindSum, sumByKind } from './sums.ts';
import { roles } from '../../pieces/table-roles.ts';

type KindsProps = { readonly parts: readonly PartView[]; readonly bodyBytes: number };

/** The body by kind of content: a bar for the eye, and the figures, which say the same. */
export function Kinds({ parts, bodyBytes }: KindsProps) {
  const { say } = useWords();
  const sums = sumByKind(parts);
  return (
    <section className="kinds">
      <h3 id="kinds-title">{say('exchange.kinds')}</h3>
      <KindsBar sums={sums} bodyBytes={bodyBytes} />
      <table {...roles.table} aria-labelledby="kinds-title">
        <KindsHead />
        <tbody {...roles.group}>
          {sums.map((sum, index) => (
            <KindRow key={sum.kind} sum={sum} place={index + 1} bodyBytes={bodyBytes} />
          ))}
        </tbody>
        <KindsSum parts={parts} />
      </table>
    </section>
  );
}

const columns = ['kinds.kind', 'kinds.pieces', 'kinds.first', 'kinds.again', 'kinds.total', 'kinds.share'] as const;

function KindsHead() {
  const { say } = useWords();
  return (
    <thead {...roles.group}>
      <tr {...roles.row}>
        {columns.map((column) => (
          <th key={column} {...roles.columnHead} className={column.replace('.', '-')}>
            {say(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type KindRowProps = { readonly sum: KindSum; readonly place: number; readonly bodyBytes: number };

function KindRow({ sum, place, bodyBytes }: KindRowProps) {
  const { say, number, percent } = useWords();
  return (
    <tr {...roles.row}>
      <th {...roles.rowHead} className="kinds-kind">
        <span className="kind-place" aria-hidden="true">
          {place}
        </span>
        {say(kindTexts[sum.kind])}
      </th>
      <td {...roles.cell} className="kinds-pieces">
        {number(sum.pieces)}
      </td>
      <td {...roles.cell} className="kinds-first">
        {sum.firstBytes === 0 ? '–' : number(sum.firstBytes)}
      </td>
      <td {...roles.cell} className="kinds-again">
        {sum.againBytes === 0 ? '–' : number(sum.againBytes)}
      </td>
      <td {...roles.cell} className="kinds-total">
        {number(sum.bytes)}
      </td>
      <td {...roles.cell} className="kinds-share">
        {percent(sum.bytes / bodyBytes)}
      </td>
    </tr>
  );
}

function KindsSum({ parts }: { readonly parts: readonly PartView[] }) {
  const { say, number, percent } = useWords();
  const firstBytes = bytesOf(parts.filter(({ sent }) => sent === 'first'));
  const bytes = bytesOf(parts);
  return (
    <tfoot {...roles.group}>
      <tr {...roles.row}>
        <th {...roles.rowHead} className="kinds-kind">
          {say('kinds.sum')}
        </th>
        <td {...roles.cell} className="kinds-pieces">
          {number(parts.length)}
        </td>
        <td {...roles.cell} className="kinds-first">
          {number(firstBytes)}
        </td>
        <td {...roles.cell} className="kinds-again">
          {number(bytes - firstBytes)}
        </td>
        <td {...roles.cell} className="kinds-total">
          {number(bytes)}
        </td>
        <td {...roles.cell} className="kinds-share">
          {percent(1)}
        </td>
      </tr>
    </tfoot>
  );
}
