import { memo } from 'react';
import type { ExchangeSummary } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Moment } from '../../pieces/moment.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { isWithheld, shownOutcome } from '../outcome.ts';
import { Link } from '../../address/link.tsx';
import type { ListSearch } from '../../address/list-search.ts';
import { WhatLeft } from './what-left.tsx';
import { roles } from '../../pieces/table-roles.ts';

type ExchangeRowProps = {
  readonly exchange: ExchangeSummary;
  readonly search: ListSearch;
  /** It came while the list was being looked at. */
  readonly isNews: boolean;
};

/**
 * One line of the ledger. Drawn again only when its exchange has changed: the list is asked for every two seconds, and
 * what is the same in two answers stays the same object.
 */
export const ExchangeRow = memo(DrawnRow);

function DrawnRow({ exchange, search, isNews }: ExchangeRowProps) {
  const words = useWords();
  const { id, at, person, workspace, model } = exchange;
  const { label, says, tone } = shownOutcome(words, exchange);
  return (
    <tr {...roles.row} className={isNews ? 'exchange news' : 'exchange'} data-withheld={isWithheld(exchange)}>
      <td {...roles.cell} className="column-time">
        <Link
          to={{ page: 'exchange', exchangeId: id, list: search }}
          aria-label={words.say('row.open', { at: words.clock(at), person: person.name })}
        >
          <Moment at={at} as="clock" />
        </Link>
      </td>
      <td {...roles.cell} className="column-who">
        <span className="who-person">{person.name}</span> <span className="who-workspace">{workspace.name}</span>
      </td>
      <td {...roles.cell} className="column-left">
        <WhatLeft exchange={exchange} />
      </td>
      <td {...roles.cell} className="column-bytes">
        <Weight exchange={exchange} />
      </td>
      <td {...roles.cell} className="column-model">
        {model}
      </td>
      <td {...roles.cell} className="column-result" title={says}>
        <Stamp tone={tone}>{label}</Stamp>
      </td>
    </tr>
  );
}

// Net and gross: what was new, out of all that went.
function Weight({ exchange }: { readonly exchange: ExchangeSummary }) {
  const { newBytes, bodyBytes } = exchange;
  const { say, size } = useWords();
  if (isWithheld(exchange) || bodyBytes === 0) return null;
  return (
    <>
      <span className="weight-new">{size(newBytes)}</span>{' '}
      <span className="weight-all">{say('row.ofBytes', { bytes: size(bodyBytes) })}</span>
      <svg className="weight-bar" width="100%" height="3" aria-hidden="true" focusable="false">
        <rect width="100%" height="3" className="bar-all" />
        <rect width={`${(100 * newBytes) / bodyBytes}%`} height="3" className="bar-new" />
      </svg>
    </>
  );
}
