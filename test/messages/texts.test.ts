import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueErrorCodes } from '../../src/catalogue/index.ts';
import { cliErrorCodes } from '../../src/cli/errors.ts';
import { consoleErrorCodes } from '../../src/console-api/index.ts';
import { detectionErrorCodes } from '../../src/detection/index.ts';
import { endpointErrorCodes } from '../../src/endpoint/index.ts';
import { gatewayErrorCodes } from '../../src/gateway/index.ts';
import { ledgerErrorCodes, ledgerLogErrorCodes, ledgerProofErrorCodes } from '../../src/ledger/index.ts';
import { catalogue as englishWords } from '../../src/messages/en/catalogue.ts';
import { cli as englishCli } from '../../src/messages/en/cli.ts';
import { posture as englishPosture } from '../../src/messages/en/posture.ts';
import { errors as english } from '../../src/messages/en/errors.ts';
import { evaluation as englishEvaluation } from '../../src/messages/en/evaluation.ts';
import { catalogue as frenchWords } from '../../src/messages/fr/catalogue.ts';
import { cli as frenchCli } from '../../src/messages/fr/cli.ts';
import { evaluation as frenchEvaluation } from '../../src/messages/fr/evaluation.ts';
import { posture as frenchPosture } from '../../src/messages/fr/posture.ts';
import { errors as french } from '../../src/messages/fr/errors.ts';
import { errorText, languageOf } from '../../src/messages/index.ts';
import { noticeErrorCodes } from '../../src/notices/index.ts';
import { policyErrorCodes } from '../../src/policy/index.ts';
import { siemErrorCodes } from '../../src/siem/index.ts';
import { storeErrorCodes } from '../../src/store/index.ts';
import { retentionCaptureErrorCodes, retentionVendorErrorCodes } from '../../src/retention/index.ts';
import { evidenceErrorCodes } from '../../src/evidence/index.ts';
import { retentionErrorCodes } from '../../src/retention/index.ts';
import { tenancyErrorCodes } from '../../src/tenancy/index.ts';
import { egressErrorCodes, egressLogErrorCodes } from '../../src/egress/index.ts';
import { evaluationErrorCodes, faultCodes, optionNames } from '../../src/evaluation/index.ts';
import { fleetErrorCodes } from '../../src/fleet/index.ts';
import { trainingErrorCodes } from '../../src/training/index.ts';

const src = join(import.meta.dirname, '..', '..', 'src');
const codes = [
  ...catalogueErrorCodes,
  ...siemErrorCodes,
  ...storeErrorCodes,
  ...ledgerErrorCodes,
  ...ledgerLogErrorCodes,
  ...ledgerProofErrorCodes,
  ...retentionCaptureErrorCodes,
  ...retentionVendorErrorCodes,
  ...evidenceErrorCodes,
  ...noticeErrorCodes,
  ...retentionErrorCodes,
  ...tenancyErrorCodes,
  ...trainingErrorCodes,
  ...evaluationErrorCodes,
  ...fleetErrorCodes,
  ...egressErrorCodes,
  ...egressLogErrorCodes,
  ...detectionErrorCodes,
  ...endpointErrorCodes,
  ...policyErrorCodes,
  ...gatewayErrorCodes,
  ...consoleErrorCodes,
  ...cliErrorCodes,
];
const braces = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted();

test('every error code of every room has its text, and every text its code', () => {
  expect(Object.keys(english).toSorted()).toEqual(codes.toSorted());
  expect(new Set(codes).size).toBe(codes.length);
});

test('no error code is listed that nothing throws', () => {
  const sources = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        entry.name.endsWith('.ts') &&
        entry.name !== 'errors.ts' &&
        !entry.parentPath.includes('messages'),
    )
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

test.each(Object.entries({ ...english }))(
  '%s says what happened and what to do, the same in both languages',
  (code, { text, hint }) => {
    const translated = french[code as keyof typeof french];
    for (const sentence of [text, hint, translated.text, translated.hint]) expect(sentence).toMatch(/\S/);
    expect(braces(translated.text)).toEqual(braces(text));
    expect(translated.text).not.toBe(text);
  },
);

test('what the command line says has the same braces in both languages', () => {
  for (const [key, text] of Object.entries(englishCli))
    expect([key, braces(frenchCli[key as keyof typeof frenchCli])]).toEqual([key, braces(text)]);
  for (const [key, text] of Object.entries(englishWords))
    expect([key, braces(frenchWords[key as keyof typeof frenchWords])]).toEqual([key, braces(text)]);
  for (const [key, text] of Object.entries(englishPosture))
    expect([key, braces(frenchPosture[key as keyof typeof frenchPosture])]).toEqual([key, braces(text)]);
  for (const [key, text] of Object.entries(englishEvaluation))
    expect([key, braces(frenchEvaluation[key as keyof typeof frenchEvaluation])]).toEqual([key, braces(text)]);
});

test('every option and every fault of an evaluation has its words', () => {
  const keys = [...faultCodes.map((code) => `fault.${code}`), ...optionNames.map((option) => `option.${option}`)];
  expect(keys.filter((key) => !Object.hasOwn(englishEvaluation, key))).toEqual([]);
});

test('French is set in French: no straight apostrophe or quotation mark between letters', () => {
  const texts = [
    ...Object.values(french).flatMap(({ text, hint }) => [text, hint]),
    ...Object.values(frenchCli),
    ...Object.values(frenchWords),
    ...Object.values(frenchPosture),
    ...Object.values(frenchEvaluation),
  ];
  expect(texts.filter((text) => /\p{L}'\p{L}/u.test(text.replace(/`[^`]*`/g, '')))).toEqual([]);
});

test('fills braces, leaves what it does not know, and lets an unknown code stand for itself', () => {
  expect(errorText('en', 'tenancy_key_unknown', { keyId: 'k' }).text).toBe('There is no key k.');
  expect(errorText('en', 'tenancy_key_unknown', {}).text).toBe('There is no key {keyId}.');
  expect(errorText('fr', 'no_such_code', {})).toEqual({ text: 'no_such_code', hint: '' });
});

test.each([
  ['fr_FR.UTF-8', 'fr'],
  ['fr', 'fr'],
  ['fr-CA,en;q=0.5', 'fr'],
  ['fry_NL', 'en'],
  ['C', 'en'],
  [undefined, 'en'],
])('the locale %s reads %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});
