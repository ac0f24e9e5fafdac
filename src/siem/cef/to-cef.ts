import type { OcsfEvent } from '../ocsf/event.ts';

// Severities of OCSF on CEF's scale from 0 to 10: 0–3 low, 4–6 medium, 7–8 high, 9–10 very high.
const severities: Readonly<Record<number, number>> = { 0: 0, 1: 1, 2: 3, 3: 5, 4: 8, 5: 10 };

/**
 * An event as one line of ArcSight's Common Event Format, version 0, with the keys of its dictionary (revision 23,
 * 2016-05-16). It holds less than the event it is made from: what has no key is left out.
 */
export function toCef(event: OcsfEvent): string {
  const { metadata, type_name: name, severity_id: severity } = event;
  const { product, event_code: code } = metadata;
  const header = [product.vendor_name, product.name, product.version, code, name, String(severities[severity] ?? 0)];
  const pairs = Object.entries(extension(event)).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${escapeValue(String(value))}`],
  );
  return `CEF:0|${header.map(escapeHeader).join('|')}|${pairs.join(' ')}`;
}

type Extension = Readonly<Record<string, string | number | undefined>>;

function extension(event: OcsfEvent): Extension {
  const { metadata, actor, http_request: request, http_response: response, file } = event;
  return {
    rt: event.time,
    externalId: metadata.uid,
    cat: event.class_name,
    msg: event.message,
    act: event.disposition,
    outcome: event.status,
    reason: event.status_code,
    suid: actor?.user?.uid,
    suser: actor?.user?.name,
    app: actor?.app_name,
    requestMethod: request?.http_method,
    request: request?.url.path,
    requestClientApplication: request?.user_agent,
    out: request?.body_length,
    in: response?.body_length,
    fname: file?.name,
    filePath: file?.path,
    ...numbers({ sequence: metadata.sequence, httpStatus: response?.code, totalTokens: tokensOf(event) }),
    ...strings([
      ['tenant', metadata.tenant_uid],
      ['exchange', metadata.correlation_uid],
      ['workspace', actor?.user?.groups?.[0]?.name ?? actor?.user?.groups?.[0]?.uid],
      ['finding', event.finding_info?.title],
      ['policyVersion', event.policy?.version],
      ['operation', event.api?.operation ?? event.compliance?.control],
    ]),
  };
}

function tokensOf({ message_context: context }: OcsfEvent): number | undefined {
  return context?.total_tokens;
}

// CEF has six texts and three numbers of the sender's own, each with a label.
function strings(values: readonly (readonly [label: string, value: string | undefined])[]): Extension {
  const pairs = values.flatMap(([label, value], at) =>
    value === undefined ? [] : [[`cs${at + 1}`, value] as const, [`cs${at + 1}Label`, label] as const],
  );
  return Object.fromEntries(pairs);
}

function numbers(values: Readonly<Record<string, number | undefined>>): Extension {
  const pairs = Object.entries(values).flatMap(([label, value], at) =>
    value === undefined ? [] : [[`cn${at + 1}`, value] as const, [`cn${at + 1}Label`, label] as const],
  );
  return Object.fromEntries(pairs);
}

function escapeHeader(text: string): string {
  return oneLine(text).replace(/[\\|]/g, '\\$&');
}

function escapeValue(text: string): string {
  return text
    .replace(/[\\=]/g, '\\$&')
    .replace(/\r\n|\n|\r/g, '\\n')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
