import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { Fault, FaultCode } from '../files/fault.ts';
import type { PolicyFile } from '../files/policy-file.ts';
import { type PolicyPiece, splitPolicies } from './split-policies.ts';

type PolicyJson = Extract<ReturnType<typeof policyToJson>, { type: 'success' }>['json'];

/** A text in both languages: why, and what the reader does next (empty where there is nothing to say). */
export type ReasonText = {
  readonly en: { readonly text: string; readonly hint: string };
  readonly fr: { readonly text: string; readonly hint: string };
};

/** One policy as it was read. `file` and `line` say where it begins; `file` is empty for those octroi brings. */
export type CedarPolicy = {
  readonly id: string;
  readonly effect: 'permit' | 'forbid';
  readonly text: ReasonText;
  readonly source: string;
  readonly file: string;
  readonly line: number;
  readonly json: PolicyJson;
};

/** Reads the policies of a file. What is wrong goes to `faults`; a policy with a fault is left out. */
export function readPolicies(file: PolicyFile, faults: Fault[]): readonly CedarPolicy[] {
  return splitPolicies(file.text).flatMap((piece) => readPolicy(file, piece, faults) ?? []);
}

/** The line of a place in a piece. Cedar counts bytes of UTF-8. */
export function lineWithin(source: string, firstLine: number, byteOffset: number): number {
  return firstLine + Buffer.from(source).subarray(0, byteOffset).toString('utf8').split('\n').length - 1;
}

function readPolicy(file: PolicyFile, { source, offset }: PolicyPiece, faults: Fault[]): CedarPolicy | undefined {
  const line = file.text.slice(0, offset).split('\n').length;
  const fault = (code: FaultCode, detail: string, at = line): undefined => {
    const [, id = ''] = /@id\("([^"]*)"\)/.exec(source) ?? [];
    faults.push({ file: file.name, line: at, path: id, code, detail });
    return undefined;
  };
  const read = policyToJson(source.toWellFormed());
  if (read.type === 'failure') {
    const [error] = read.errors;
    const [place] = error?.sourceLocations ?? [];
    return fault('cedar_broken', error?.message ?? '', lineWithin(source, line, place?.start ?? 0));
  }
  const annotations = read.json.annotations ?? {};
  const { id, en, fr, en_hint: enHint = '', fr_hint: frHint = '' } = annotations;
  if (id === undefined || !/^[a-z0-9][a-z0-9._-]{0,63}$/.test(id)) return fault('id_missing', id ?? '@id("…")');
  if (!en || !fr) return fault('text_missing', en ? '@fr("…")' : '@en("…")');
  if ((enHint === '') !== (frHint === ''))
    return fault('text_missing', enHint === '' ? '@en_hint("…")' : '@fr_hint("…")');
  const text = { en: { text: en, hint: enHint }, fr: { text: fr, hint: frHint } };
  return { id, effect: read.json.effect, text, source, file: file.name, line, json: read.json };
}
