import type { Verdict } from '../../ledger/verify/index.ts';
import { type Language, verificationText } from '../../messages/verification.ts';

/** What a verdict says to a reader: one sentence on what is proven and what is not, then remarks. */
export function explain(language: Language, verdict: Verdict): readonly string[] {
  const {
    index = 0,
    leaves = 0,
    records = 0,
    signedAt,
    witnesses,
    unchecked,
    clockSetBack = [],
    longestSilence,
  } = verdict;
  const isBare = verdict.what === 'proof' && records === 0;
  const args = {
    origin: verdict.origin,
    size: verdict.size,
    root: verdict.root,
    oldSize: verdict.oldSize ?? 0,
    index,
    last: index + Math.max(leaves - 1, 0),
    records,
    withoutRecord: verdict.withoutRecord ?? 0,
    checkpoints: verdict.checkpoints ?? 0,
  };
  return [
    verificationText(language, isBare ? 'proofWithoutRecord' : verdict.what, args),
    ...(verdict.isTrusted ? [] : [verificationText(language, 'untrusted', {})]),
    ...(signedAt ? [verificationText(language, 'signedAt', { signedAt })] : []),
    witnesses.length > 0
      ? verificationText(language, 'witnesses', { witnesses: witnesses.join(', ') })
      : verificationText(language, 'noWitness', {}),
    ...(unchecked > 0 ? [verificationText(language, 'unchecked', { unchecked })] : []),
    ...(longestSilence ? [verificationText(language, 'longestSilence', longestSilence)] : []),
    ...(clockSetBack.length > 0
      ? [verificationText(language, 'clockSetBack', { places: clockSetBack.join(', ') })]
      : []),
  ];
}
