import type { PlanProofView } from '../../../console-api/contract.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { Box, Boxes } from '../../pieces/box.tsx';
import { Stamp } from '../../pieces/stamp.tsx';

const stateTexts = {
  proven: { word: 'proof.proven', says: 'proof.provenSays', tone: 'plain' },
  declared: { word: 'proof.declared', says: 'proof.declaredSays', tone: 'open' },
  unknown: { word: 'proof.unknown', says: 'proof.unknownSays', tone: 'warn' },
} as const;

/** Under which plan it left, and how sure that is. What is not known is never shown as if it were. */
export function PlanProof({ plan }: { readonly plan: PlanProofView }) {
  const words = useWords();
  const { say } = words;
  const { word, says, tone } = stateTexts[plan.proof];
  return (
    <Boxes title={say('proof.title')}>
      <Box name={say('proof.plan')}>
        {plan.vendor}/{plan.plan}
      </Box>
      <Box name={say('proof.state')}>
        <Stamp tone={tone}>{say(word)}</Stamp>
      </Box>
      <Box name={say('proof.evidence')} isWide>
        {say(says)}
        {plan.evidence.length === 0 ? (
          <p>{say('proof.noEvidence')}</p>
        ) : (
          <ul className="decision-reasons">
            {plan.evidence.map((code) => (
              <li key={code}>{evidenceText(words, code)}</li>
            ))}
          </ul>
        )}
      </Box>
    </Boxes>
  );
}

const evidenceTexts = {
  credential_api_key: 'evidence.credential_api_key',
  credential_bearer: 'evidence.credential_bearer',
  organization_matches: 'evidence.organization_matches',
  contract: 'evidence.contract',
  catalogue: 'evidence.catalogue',
} as const;

// A newer gateway may know evidence that this console has no word for.
function evidenceText({ say }: Words, code: string): string {
  const known = Object.entries(evidenceTexts).find(([name]) => name === code);
  return known === undefined ? code : say(known[1]);
}
