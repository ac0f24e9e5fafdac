import { useQuery } from '@tanstack/react-query';
import type { ClaimVerdictName, ClaimView } from '../../../console-api/catalogue-contract.ts';
import { claimVerdicts, type TermsChange, type TermsSearch } from '../../address/terms-search.ts';
import { claimsQuery } from '../../api/terms-queries.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { useWords } from '../../language/use-words.ts';
import { Choice } from '../../pieces/choice.tsx';
import { DayField } from '../../pieces/day-field.tsx';
import { FaultNotice } from '../../pieces/fault-notice.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { SourceOf } from './source-of.tsx';

export type ClaimsProps = { readonly search: TermsSearch; readonly onChange: (change: TermsChange) => void };

const verdictTones = {
  holds: 'plain',
  holds_in_part: 'warn',
  superseded: 'warn',
  false: 'refused',
  unproven: 'open',
} as const satisfies Readonly<Record<ClaimVerdictName, string>>;

const topics = [
  'training',
  'minimisation',
  'retention',
  'ownership',
  'indemnity',
  'zdr',
  'isolation',
  'telemetry',
  'settings',
  'vendors',
] as const;

/** The white paper's statements, each with what the evidence says of it. */
export function Claims({ search, onChange }: ClaimsProps) {
  const { say, number } = useWords();
  const { data, error, refetch } = useQuery(claimsQuery(search.on));
  const count = (verdict: ClaimVerdictName): number =>
    data?.claims.filter((claim) => claim.verdict === verdict).length ?? 0;
  const shown = data?.claims.filter(({ verdict }) => search.verdict === undefined || verdict === search.verdict);
  return (
    <>
      <section className="filters" aria-label={say('terms.filters')}>
        <Choice
          label={say('claims.verdict')}
          any={say('claims.anyVerdict')}
          value={search.verdict}
          options={claimVerdicts.map((verdict) => ({
            value: verdict,
            text: `${say(`claims.${verdict}`)} (${number(count(verdict))})`,
          }))}
          onChange={(verdict) => onChange({ verdict })}
        />
        <DayField label={say('terms.on')} value={search.on} onChange={(on) => onChange({ on })} />
      </section>
      {!shown && error ? <FaultNotice fault={error} onTryAgain={() => void refetch()} /> : null}
      {!shown && !error ? <Loading /> : null}
      {shown?.length === 0 ? <Notice title={say('catalogue.nothing')} /> : null}
      {topics.map((topic) => (
        <Topic key={topic} topic={topic} claims={shown?.filter((claim) => claim.topic === topic) ?? []} />
      ))}
    </>
  );
}

type TopicProps = { readonly topic: (typeof topics)[number]; readonly claims: readonly ClaimView[] };

function Topic({ topic, claims }: TopicProps) {
  const { say } = useWords();
  if (claims.length === 0) return null;
  return (
    <section className="claims">
      <h2>{say(`claims.topic.${topic}`)}</h2>
      {claims.map((claim) => (
        <Claim key={claim.id} claim={claim} />
      ))}
    </section>
  );
}

function Claim({ claim }: { readonly claim: ClaimView }) {
  const { say } = useWords();
  const { said, day } = useCatalogueWords();
  return (
    <article className="claim" data-verdict={claim.verdict}>
      <p className="claim-verdict">
        <Stamp tone={verdictTones[claim.verdict]}>{say(`claims.${claim.verdict}`)}</Stamp>
        {claim.isOverdue ? <Stamp tone="warn">{say('catalogue.overdue')}</Stamp> : null}
        <small>{say('claims.judged', { on: day(claim.validFrom) })}</small>
      </p>
      <h3>{said(claim.statement)}</h3>
      <p>{said(claim.evidence)}</p>
      <SourceOf dated={claim} />
      {claim.facts.length > 0 ? <JudgedBy claim={claim} /> : null}
    </article>
  );
}

function JudgedBy({ claim: { facts } }: { readonly claim: ClaimView }) {
  const { say } = useWords();
  const { criterion, value } = useCatalogueWords();
  return (
    <details>
      <summary>{say('claims.facts')}</summary>
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            {say('claims.fact', {
              vendor: fact.vendor,
              plans: fact.plans.join(', '),
              criterion: criterion(fact.criterion),
              value: value(fact),
            })}
            <SourceOf dated={fact} />
          </li>
        ))}
      </ul>
    </details>
  );
}
