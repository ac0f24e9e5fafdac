import { isUtf8 } from 'node:buffer';
import { keyedFingerprint, type OctroiError } from '../../base/index.ts';
import type { Finding } from '../../detection/index.ts';
import type { DeclaredFinding, DeclaredPart } from '../../ledger/index.ts';
import type { Decision } from '../../policy/index.ts';
import { factText } from '../anthropic/piece.ts';
import { type Cleared, type Clearing, nothingInspected } from '../clear.ts';
import { exchangeFacts, refusalOfDecision } from '../decision/decide.ts';
import { featuresOf } from '../decision/features.ts';
import { gatewayError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import type { Parcel } from '../parcel.ts';
import { readUpload, type Upload } from './read-upload.ts';

/** An upload that was looked at and decided over. */
export type InspectedUpload = {
  readonly cleared: Cleared;
  readonly parts: readonly DeclaredPart[];
  /** The name as it may stand in a record. */
  readonly name: string;
  readonly mediaType: string | undefined;
  readonly bytes: number;
  readonly label: string;
};

/**
 * Inspects an upload like any content. Nothing in it is replaced: a file with stand-ins in it would lie at the vendor as
 * if it were the file. What the policy lets pass only redacted is refused.
 * @throws gateway_type_unknown, gateway_upload_malformed, scan_timed_out, gateway_scan_failed
 */
export async function inspectUpload(clearing: Clearing, exchange: Exchange, parcel: Parcel): Promise<InspectedUpload> {
  const { inspector, deciding } = clearing;
  const { admission, request, mask } = exchange;
  const body = parcel.peek();
  const upload = readUpload(body, request.headers['content-type'] ?? '');
  const text = textOf(upload.content);
  const [inside = [], ...beside] = await inspector.findIn([
    text ?? '',
    upload.name,
    ...upload.fields.map(({ value }) => value),
  ]);
  const findings = declared(text ?? '', inside, (value) => keyedFingerprint(admission.fingerprintKey, value));
  const parts = declareUpload(upload, { text, findings, exchange, bodyBytes: body.length });
  const features = featuresOf(new Set(['files']), String(request.headers['anthropic-beta'] ?? ''));
  const decision = withoutRedaction(
    deciding.policy().decide(exchangeFacts(deciding, exchange, { features, models: undefined }), [
      { kind: parts[0]?.kind ?? 'document', path: upload.name, findings },
      { kind: 'other', findings: beside.flat() },
    ]),
  );
  const inspection = {
    ruleset: inspector.ruleset,
    unscannedBytes: text === undefined ? upload.content.length : 0,
    parts: new Map<DeclaredPart, DeclaredPart>(),
    between: [],
    models: new Set<string>(),
  };
  const fault = faultOf(decision, { language: admission.language, isNameSensitive: beside.flat().length > 0 });
  return {
    cleared: { ...nothingInspected(parcel), inspection, decision, features, fault },
    parts,
    name: mask(factText(upload.name)).slice(0, 500),
    mediaType: upload.mediaType,
    bytes: upload.content.length,
    label: decision.parts[0]?.label ?? '',
  };
}

function textOf(content: Buffer): string | undefined {
  return isUtf8(content) && !content.includes(0) ? content.toString('utf8') : undefined;
}

function declared(
  text: string,
  findings: readonly Finding[],
  fingerprintOf: (value: string) => string,
): readonly DeclaredFinding[] {
  let [at, bytes] = [0, 0];
  const byteAt = (index: number): number => {
    if (index < at) [at, bytes] = [0, 0];
    bytes += Buffer.byteLength(text.slice(at, index));
    at = index;
    return bytes;
  };
  return findings.map(({ detector, kind, class: of, start, end }) => ({
    detector,
    kind,
    class: of,
    span: [byteAt(start), byteAt(end)],
    fingerprint: fingerprintOf(text.slice(start, end)),
    handling: 'kept',
  }));
}

type Declaring = {
  readonly text: string | undefined;
  readonly findings: readonly DeclaredFinding[];
  readonly exchange: Exchange;
  readonly bodyBytes: number;
};

function declareUpload(
  { name, mediaType, content }: Upload,
  { text, findings, exchange: { admission, mask }, bodyBytes }: Declaring,
): readonly DeclaredPart[] {
  const isImage = text === undefined && mediaType?.startsWith('image/') === true;
  const kind = text === undefined ? (isImage ? 'image' : 'document') : 'file';
  const { fingerprintKey } = admission;
  return [
    {
      kind,
      bytes: content.length,
      fingerprint: keyedFingerprint(fingerprintKey, content),
      sent: 'first',
      path: mask(factText(name)).slice(0, 1_000),
      ...(mediaType === undefined ? {} : { mediaType: mask(factText(mediaType)).slice(0, 100) }),
      ...(findings.length > 0 ? { findings } : {}),
    },
    {
      kind: 'other',
      form: 'syntax',
      bytes: bodyBytes - content.length,
      fingerprint: keyedFingerprint(fingerprintKey, `${name} ${bodyBytes}`),
      sent: 'first',
    },
  ];
}

function withoutRedaction(decision: Decision): Decision {
  return decision.verdict === 'redact' ? { ...decision, verdict: 'block' } : decision;
}

type Fault = { readonly language: 'fr' | 'en'; readonly isNameSensitive: boolean };

function faultOf(decision: Decision, { language, isNameSensitive }: Fault): OctroiError | undefined {
  // The name and the fields are nothing that needs a secret.
  if (isNameSensitive || decision.parts.some(({ verdict }) => verdict === 'redact'))
    return gatewayError('gateway_upload_sensitive');
  return decision.verdict === 'block' ? refusalOfDecision(decision, language, []) : undefined;
}
