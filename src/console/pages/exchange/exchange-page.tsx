import { useQuery } from '@tanstack/react-query';
import type { ExchangeView } from '../../../console-api/contract.ts';
import { Link } from '../../address/link.tsx';
import type { ListSearch } from '../../address/list-search.ts';
import { isUnknownExchange } from '../../api/fault.ts';
import { exchangeQuery } from '../../api/queries.ts';
import { useWords } from '../../language/use-words.ts';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { useTitle } from '../../pieces/use-title.ts';
import { isWithheld, shownOutcome } from '../outcome.ts';
import { Answer } from './answer.tsx';
import { Decision } from './decision.tsx';
import { Departure } from './departure.tsx';
import { PlanProof } from './plan-proof.tsx';
import { Receipt } from './receipt.tsx';
import { Refusal } from './refusal.tsx';
import { Sender } from './sender.tsx';
import './exchange.css';

type ExchangePageProps = { readonly exchangeId: string; readonly list: ListSearch };

/** One exchange, as a declaration: who sent what, what came of it, and the receipt. */
export function ExchangePage({ exchangeId, list }: ExchangePageProps) {
  const { data, error, refetch } = useQuery(exchangeQuery(exchangeId));
  return (
    <>
      <WayBack list={list} />
      {data ? <Shown exchange={data} /> : <NotShown fault={error} onTryAgain={() => void refetch()} />}
    </>
  );
}

function Shown({ exchange }: { readonly exchange: ExchangeView }) {
  const words = useWords();
  const { label, says, tone } = shownOutcome(words, exchange);
  const title = words.say('exchange.title', { at: words.instant(exchange.at) });
  useTitle(title);
  return (
    <article className="declaration">
      <header className="declaration-head">
        <h1>{title}</h1>
        <p>
          <Stamp tone={tone}>{label}</Stamp>
          {exchange.verdict === 'redact' ? <Stamp tone="redacted">{words.say('verdict.redact')}</Stamp> : null}
          <span>{says}</span>
          <span>
            {words.say('exchange.from', { person: exchange.person.name, workspace: exchange.workspace.name })}
          </span>
        </p>
      </header>
      <Sender exchange={exchange} />
      <div className="declaration-left">
        {isWithheld(exchange) ? <Refusal exchange={exchange} /> : null}
        {isWithheld(exchange) && exchange.parts.length === 0 ? null : <Departure exchange={exchange} />}
      </div>
      <div className="declaration-end">
        <Decision exchange={exchange} />
        {exchange.plan && !isWithheld(exchange) ? <PlanProof plan={exchange.plan} /> : null}
        {exchange.answer && !isWithheld(exchange) ? <Answer answer={exchange.answer} status={exchange.status} /> : null}
        <Receipt exchange={exchange} />
      </div>
    </article>
  );
}

type NotShownProps = { readonly fault: unknown; readonly onTryAgain: () => void };

function NotShown({ fault, onTryAgain }: NotShownProps) {
  const words = useWords();
  useTitle(words.say('exchange.back'));
  if (!fault) return <Loading />;
  if (!isUnknownExchange(fault)) return <FaultNotice fault={fault} onTryAgain={onTryAgain} />;
  return (
    <Notice title={words.say('missing.title')} isPage>
      <p>{words.fault(fault).text}</p>
    </Notice>
  );
}

// Back to the list as it was filtered when this exchange was opened.
function WayBack({ list }: { readonly list: ListSearch }) {
  const { say } = useWords();
  return (
    <nav className="way-back" aria-label={say('exchange.backLabel')}>
      <Link to={{ page: 'exchanges', search: list }}>
        <span aria-hidden="true">← </span>
        {say('exchange.back')}
      </Link>
    </nav>
  );
}
