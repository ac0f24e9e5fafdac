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
    missing,
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
    ...certificateArgs(language, verdict.certificate),
    ...packArgs(language, verdict.pack),
  };
  return [
    verificationText(language, isBare ? 'proofWithoutRecord' : verdict.what, args),
    ...remarksOn(language, verdict),
    ...absences(language, verdict.pack),
    ...(verdict.isTrusted ? [] : [verificationText(language, 'untrusted', {})]),
    ...(signedAt ? [verificationText(language, 'signedAt', { signedAt })] : []),
    witnesses.length > 0
      ? verificationText(language, 'witnesses', { witnesses: witnesses.join(', ') })
      : verificationText(language, 'noWitness', {}),
    ...(unchecked > 0 ? [verificationText(language, 'unchecked', { unchecked })] : []),
    ...(missing > 0 ? [verificationText(language, 'missing', { missing })] : []),
    ...(longestSilence ? [verificationText(language, 'longestSilence', longestSilence)] : []),
    ...(clockSetBack.length > 0
      ? [verificationText(language, 'clockSetBack', { places: clockSetBack.join(', ') })]
      : []),
  ];
}

type Pack = Verdict['pack'];

function packArgs(language: Language, pack: Pack) {
  if (!pack) return {};
  const { madeAt, period, scope, files, proofs, of, certificates } = pack;
  return {
    madeAt,
    ...period,
    scope: scope ?? verificationText(language, 'packWhole', {}),
    files,
    proofs,
    of,
    certificates,
  };
}

function absences(language: Language, pack: Pack): readonly string[] {
  const absent = Object.entries(pack?.absent ?? {}).map(([what, why]) => `${what} (${why})`);
  return absent.length > 0 ? [verificationText(language, 'packAbsent', { absent: absent.join(', ') })] : [];
}

type Certificate = NonNullable<Verdict['certificate']>;

function certificateArgs(language: Language, certificate: Certificate | undefined) {
  if (!certificate) return {};
  const { records, byClass, rows, destroyedKeys, issuedAt, ground, by, reason } = certificate;
  const key = `ground.${ground}`;
  return {
    records,
    byClass: listed(byClass),
    rows: listed(rows),
    keys: destroyedKeys.length,
    issuedAt,
    ground: isGround(key) ? verificationText(language, key, {}) : ground,
    by,
    reason,
  };
}

const groundKeys = [
  'ground.lifetime_over',
  'ground.conversation_deleted',
  'ground.person_erased',
  'ground.key_destroyed',
] as const;

function isGround(key: string): key is (typeof groundKeys)[number] {
  return groundKeys.some((known) => known === key);
}

function listed(counts: Readonly<Record<string, number>>): string {
  const items = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return items.join(', ') || '0';
}

function remarksOn(language: Language, { certificate, erased = 0 }: Verdict): readonly string[] {
  if (!certificate) return erased > 0 ? [verificationText(language, 'erased', { erased })] : [];
  const { backupDays, remains } = certificate;
  return [
    verificationText(language, 'certificateRemains', {}),
    ...(remains.includes('vendor_sums') ? [verificationText(language, 'certificateSums', {})] : []),
    backupDays > 0
      ? verificationText(language, 'certificateBackups', { backupDays })
      : verificationText(language, 'certificateBackupsUnsaid', {}),
  ];
}
