import { useMutation } from '@tanstack/react-query';
import type { Verification } from '../../../console-api/ledger-contract.ts';
import { typeset } from '../../../messages/console.ts';
import { useWords } from '../../language/use-words.ts';
import { Copyable } from '../../pieces/copyable.tsx';
import { Prose } from '../../pieces/prose.tsx';
import { Stamp } from '../../pieces/stamp.tsx';
import { type Found, trustPresentKeys, verifyLog } from '../../verification/verify-log.ts';

/** A button that verifies in this browser, and what it found. Without a record it is the log's head that is verified. */
export function Verifying({ recordId }: { readonly recordId?: string | undefined }) {
  const words = useWords();
  const { say } = words;
  const verifying = useMutation({ mutationFn: () => verifyLog(recordId) });
  const trusting = useMutation({ mutationFn: trustPresentKeys, onSuccess: () => verifying.mutate() });
  const fault = verifying.error ?? trusting.error;
  return (
    <div className="verifying">
      <button type="button" className="primary" disabled={verifying.isPending} onClick={() => verifying.mutate()}>
        {say(verifying.isPending ? 'verify.verifying' : 'verify.verify')}
      </button>
      <div aria-live="polite">
        {verifying.data && !verifying.isPending ? <Result found={verifying.data} /> : null}
        {isOfOtherKeys(verifying.data) && !verifying.isPending ? (
          <p>
            {say('verify.otherKeys')}{' '}
            <button type="button" className="danger" onClick={() => trusting.mutate()}>
              {say('verify.trustPresent')}
            </button>
          </p>
        ) : null}
      </div>
      {fault ? (
        <p className="form-fault" role="alert">
          <Prose text={Object.values(words.fault(fault)).join(' ')} />
        </p>
      ) : null}
    </div>
  );
}

function Result({ found }: { readonly found: Found }) {
  const { say, number } = useWords();
  if (found.kind === 'shrunk')
    return (
      <p className="verified" data-holds="false">
        <Stamp tone="refused">{say('verify.refuted')}</Stamp>{' '}
        {say('verify.shrunk', { before: number(found.before), size: number(found.size) })}
      </p>
    );
  if (found.steps.length === 0) return <p>{say('verify.notBegun')}</p>;
  return (
    <>
      {found.steps.map((step) => (
        <Step key={JSON.stringify(step)} step={step} />
      ))}
      {found.firstKeys.length > 0 && holds(found) ? <FirstKeys keys={found.firstKeys} /> : null}
    </>
  );
}

function Step({ step }: { readonly step: Verification }) {
  const { say, language } = useWords();
  const isGood = step.kind === 'agrees';
  return (
    <div className="verified" data-holds={isGood}>
      <Stamp tone={isGood ? 'plain' : 'refused'}>{say(isGood ? 'verify.holds' : 'verify.refuted')}</Stamp>
      {isGood ? (
        step.says[language].map((sentence) => <p key={sentence}>{typeset(language, sentence)}</p>)
      ) : (
        <p>
          {typeset(language, step.text[language])} <code>{step.code}</code>
        </p>
      )}
    </div>
  );
}

// A browser that sees a log for the first time can only take the keys it is shown; people can compare them.
function FirstKeys({ keys }: { readonly keys: readonly string[] }) {
  const { say } = useWords();
  return (
    <div className="first-keys">
      <p>{say('verify.firstKeys')}</p>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <Copyable text={key} short={`${key.slice(0, 64)}…`} what={say('verify.key')} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function holds(found: Found): boolean {
  return found.kind === 'verified' && found.steps.every((step) => step.kind === 'agrees');
}

function isOfOtherKeys(found: Found | undefined): boolean {
  return (
    found?.kind === 'verified' &&
    found.steps.some((step) => step.kind === 'refuted' && step.code === 'ledger_signature_unknown')
  );
}
