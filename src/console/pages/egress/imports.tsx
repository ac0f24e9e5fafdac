import type { ImportView } from '../../../console-api/egress-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Moment } from '../../pieces/moment.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Sheet } from '../../pieces/sheet.tsx';
import { Stamp } from '../../pieces/stamp.tsx';

const columns = ['log', 'at', 'format', 'lines', 'taken', 'repeated', 'malformed'] as const;

/** The logs that were read, and which of their lines could not be. */
export function Imports({ imports }: { readonly imports: readonly ImportView[] }) {
  const { say, number } = useWords();
  return (
    <section>
      <h2>{say('imports.title')}</h2>
      <p className="sheet-note">
        <Prose text={say('imports.says')} />
      </p>
      {imports.length === 0 ? (
        <Notice title={say('imports.none')} />
      ) : (
        <Sheet
          label={say('imports.title')}
          columns={columns.map((column) => say(`imports.column.${column}`))}
          rows={imports.map(({ id, log, at, taken, repeated, whole }) => ({
            key: id,
            cells: [
              <code key="log">{log}</code>,
              <Moment key="at" at={at} />,
              whole?.format ?? (
                <Stamp key="cut" tone="warn">
                  {say('imports.cut')}
                </Stamp>
              ),
              whole === null ? '–' : number(whole.lines),
              number(taken),
              number(repeated),
              whole === null ? '–' : <Malformed key="malformed" whole={whole} />,
            ],
          }))}
        />
      )}
    </section>
  );
}

function Malformed({ whole: { malformed, malformedAt } }: { readonly whole: NonNullable<ImportView['whole']> }) {
  const { say, number } = useWords();
  if (malformed === 0) return <>{number(0)}</>;
  const lines = malformedAt.map(number).join(', ');
  return <>{say('imports.malformed', { count: number(malformed), lines })}</>;
}
