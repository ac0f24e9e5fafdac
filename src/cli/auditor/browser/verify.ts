import { OctroiError } from '../../../base/index.ts';
import type { VerifyTexts } from '../../../console-api/ledger-contract.ts';
import { type Evidence, parseKeys, verifyFiles } from '../../../ledger/verify/index.ts';
import { type Language, refutationText } from '../../../messages/verification.ts';
import { explain } from '../../verify/explain.ts';

/**
 * Verifies texts in the browser as `octroi verify` does files: a proof, a checkpoint, or two of one log. The console
 * loads it where somebody asks for it, as `octroi:auditor`.
 */
export const verifyTexts: VerifyTexts = async ({ texts, keys }) => {
  try {
    const verdict = await verifyFiles(texts.map(evidenceOf), { keys: parseKeys(keys) });
    return {
      kind: 'agrees',
      isTrusted: verdict.isTrusted,
      size: verdict.size,
      says: { en: explain('en', verdict), fr: explain('fr', verdict) },
    };
  } catch (fault) {
    if (!(fault instanceof OctroiError)) throw fault;
    const [en, fr] = [refuted('en', fault), refuted('fr', fault)];
    if (en === undefined || fr === undefined) throw fault;
    return { kind: 'refuted', code: fault.code, text: { en, fr } };
  }
};

function refuted(language: Language, { code, args }: OctroiError): string | undefined {
  return refutationText(language, code, args)?.text;
}

function evidenceOf(text: string): Evidence {
  return {
    kind: 'file',
    beginning: text.slice(0, 64),
    text: async () => text,
    lines: async function* lines() {
      yield* text.split('\n');
    },
  };
}
