import type { ReactNode } from 'react';
import type { AgreementView, ContractView } from '../../../console-api/policy-contract.ts';
import { useCatalogueWords } from '../../language/use-catalogue-words.ts';
import { usePostureWords } from '../../language/use-posture-words.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { Box } from '../../pieces/box.tsx';
import { Copyable } from '../../pieces/copyable.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { useMay } from '../../session/use-may.ts';

export type Stopped = { readonly id: string; readonly name: string };

type ContractProps = { readonly contract: ContractView; readonly onResume: (stopped: Stopped) => void };

const audienceTexts = {
  commercial: 'contracts.audience.commercial',
  consumer: 'contracts.audience.consumer',
  unknown: 'contracts.audience.unknown',
} as const;

/** One contract: its state, its plan, and what the policy says was agreed. */
export function Contract({ contract, onResume }: ContractProps) {
  const { say } = useWords();
  const mayResume = useMay('contracts');
  const { name, held, vendorName, planName, audience, terms } = contract;
  return (
    <section className="contract boxes">
      <div className="contract-head">
        <h2>{name}</h2>
        <State contract={contract} />
        {held !== null && held.stoppedAt !== null && mayResume ? (
          <button
            type="button"
            aria-label={say('contracts.resumeWhat', { name })}
            onClick={() => onResume({ id: held.id, name })}
          >
            {say('contracts.resume')}
          </button>
        ) : null}
      </div>
      <Remark contract={contract} />
      <Faults contract={contract} />
      <dl>
        <Box name={say('contracts.plan')} isWide>
          <strong>
            {vendorName} {planName}
          </strong>
          , {say(audienceTexts[audience])}
        </Box>
        <Held held={held} expected={terms?.organization ?? null} />
        <Terms terms={terms} />
      </dl>
    </section>
  );
}

function State({ contract: { held, terms } }: { readonly contract: ContractView }) {
  const { say } = useWords();
  const isStopped = held !== null && held.stoppedAt !== null;
  return (
    <>
      {held === null ? <Stamp tone="ended">{say('contracts.notHeld')}</Stamp> : null}
      {isStopped ? <Stamp tone="refused">{say('contracts.stopped')}</Stamp> : null}
      {terms?.isOver ? <Stamp tone="refused">{say('contracts.over')}</Stamp> : null}
      {held !== null && !isStopped && !terms?.isOver ? <Stamp tone="plain">{say('contracts.active')}</Stamp> : null}
      {terms?.isReviewOverdue ? <Stamp tone="warn">{say('contracts.reviewOverdue')}</Stamp> : null}
    </>
  );
}

function Remark({ contract: { held, terms } }: { readonly contract: ContractView }) {
  const { say, instant } = useWords();
  if (held === null) return <p className="contract-remark">{say('contracts.notHeldSays')}</p>;
  if (held.stoppedAt !== null)
    return <p className="contract-remark">{say('contracts.stoppedSays', { at: instant(held.stoppedAt) })}</p>;
  return terms === null ? <p className="contract-remark">{say('contracts.noTerms')}</p> : null;
}

// What one of the two lists alone has is remarked on already.
const remarked: ReadonlySet<string> = new Set(['contract_unnamed', 'contract_unheld']);

function Faults({ contract: { name, faults } }: { readonly contract: ContractView }) {
  const { evidence } = usePostureWords();
  return faults
    .filter(({ code }) => !remarked.has(code))
    .map(({ code, inPolicy, held }) => (
      <p key={code} className="contract-remark contract-doubt">
        {evidence({ code, args: { contract: name, inPolicy, held } })}
      </p>
    ));
}

function Held({ held, expected }: { readonly held: ContractView['held']; readonly expected: string | null }) {
  const { say } = useWords();
  const organization = held === null ? expected : held.organizationId;
  return (
    <>
      <Box name={say('contracts.organization')} isWide>
        {organization === null ? (
          say('contracts.anyOrganization')
        ) : (
          <Copyable text={organization} what={say('contracts.organization')} />
        )}
      </Box>
      {held === null ? null : (
        <Box name={say('contracts.upstream')} isWide>
          <code>{held.upstreamUrl}</code>
        </Box>
      )}
    </>
  );
}

function Terms({ terms }: { readonly terms: ContractView['terms'] }) {
  const words = useWords();
  const { say, count } = words;
  const { day } = useCatalogueWords();
  if (terms === null) return null;
  const { zdr, trainingOptOut, retentionDays, region, owner, reviewOn, workspaces } = terms;
  const period = periodOf(words, day, terms);
  const unsaid = say('contracts.unsaid');
  const boxes: readonly (readonly [string, ReactNode])[] = [
    [say('contracts.zdr'), <Agreed key="zdr" agreement={zdr} />],
    [say('contracts.optOut'), <Agreed key="optOut" agreement={trainingOptOut} />],
    [say('contracts.retention'), retentionDays === null ? unsaid : count('contracts.days', retentionDays)],
    [say('contracts.region'), region ?? unsaid],
    [say('contracts.owner'), owner ?? unsaid],
    [say('contracts.review'), reviewOn === null ? unsaid : day(reviewOn)],
    [say('contracts.period'), period ?? unsaid],
    [say('contracts.workspaces'), workspaces.length > 0 ? workspaces.join(', ') : unsaid],
  ];
  return boxes.map(([name, value]) => (
    <Box key={name} name={name}>
      {value}
    </Box>
  ));
}

function Agreed({ agreement }: { readonly agreement: AgreementView | null }) {
  const { say } = useWords();
  const { day } = useCatalogueWords();
  if (agreement === null) return <Stamp tone="ended">{say('contracts.notAgreed')}</Stamp>;
  const { since, document } = agreement;
  return <Stamp tone="plain">{say('contracts.agreed', { since: day(since), document })}</Stamp>;
}

type Period = Pick<NonNullable<ContractView['terms']>, 'startsOn' | 'endsOn'>;

function periodOf({ say }: Words, day: (day: string) => string, { startsOn, endsOn }: Period): string | null {
  if (startsOn !== null && endsOn !== null)
    return say('contracts.fromUntil', { from: day(startsOn), until: day(endsOn) });
  if (startsOn !== null) return say('contracts.from', { on: day(startsOn) });
  return endsOn === null ? null : say('contracts.until', { on: day(endsOn) });
}
