import type { ClientFacts, ClientRecord, Sender, TelemetryReceived } from '../../ledger/index.ts';
import { idText } from '../anthropic/read-body.ts';
import type { ClientEvent } from './read-events.ts';

/** Whose delivery it is, and how records of it are made. */
export type Delivery = {
  readonly tenantId: string;
  readonly sender: Sender;
  readonly userAgent: string | undefined;
  readonly recordedAt: string;
  readonly newId: () => string;
  /** Puts stand-ins for what is found in a text, before it goes into a record. */
  readonly mask: (text: string) => string;
};

/**
 * The records of a delivery: one for each tool that ran or was decided over and each sweep of local traces, and one a
 * session that says which numbers arrived. All else, prompts above all, is passed over.
 */
export function eventRecords(events: readonly ClientEvent[], delivery: Delivery): readonly ClientRecord[] {
  const { tenantId, sender, recordedAt, newId, mask } = delivery;
  const bySession = Map.groupBy(events, ({ attributes }) => idText(attributes.get('session.id')));
  return [...bySession].flatMap(([sessionId, own]) => {
    const client: ClientFacts = {
      ...(delivery.userAgent === undefined ? {} : { userAgent: mask(delivery.userAgent) }),
      ...(sessionId === undefined ? {} : { sessionId: mask(sessionId) }),
    };
    const common = () => ({ id: newId(), tenantId, recordedAt, sender, client });
    const numbers = own.flatMap((event) => sequenceOf(event) ?? []);
    const span =
      numbers.length === 0 ? {} : { firstSequence: Math.min(...numbers), lastSequence: Math.max(...numbers) };
    const requests = own.filter(({ name }) => name === 'api_request').length;
    const received = { ...common(), kind: 'telemetry_received', events: own.length, requests, ...span } as const;
    return [...own.flatMap((event) => recordOf(event, common, mask) ?? []), received];
  });
}

const longestPath = 1_000;

type MakeCommon = () => Pick<TelemetryReceived, 'id' | 'tenantId' | 'recordedAt' | 'sender' | 'client'>;

function recordOf(event: ClientEvent, common: MakeCommon, mask: Delivery['mask']): ClientRecord | undefined {
  const { attributes } = event;
  const word = (name: string) => {
    const text = wordOf(attributes.get(name));
    return text === undefined ? undefined : mask(text);
  };
  const sequence = optional('sequence', sequenceOf(event));
  const path = pathOf(attributes);
  const ofTool = () => ({
    ...common(),
    ...sequence,
    tool: word('tool_name') ?? 'unknown',
    ...optional('path', path === undefined ? undefined : mask(path).slice(0, longestPath)),
  });
  switch (event.name) {
    case 'tool_result':
      return {
        ...ofTool(),
        kind: 'tool_result',
        ...optional('isSuccess', flagOf(attributes.get('success'))),
        ...optional('error', word('error_type')),
        ...optional('inputBytes', countOf(attributes.get('tool_input_size_bytes'))),
        ...optional('resultBytes', countOf(attributes.get('tool_result_size_bytes'))),
        ...optional('durationMs', countOf(attributes.get('duration_ms'))),
        ...optional('decision', word('decision_type')),
        ...optional('decidedBy', word('decision_source')),
      };
    case 'tool_decision':
      return {
        ...ofTool(),
        kind: 'tool_decision',
        decision: word('decision') ?? 'unknown',
        ...optional('decidedBy', word('source')),
      };
    case 'retention_sweep':
      return {
        ...common(),
        ...sequence,
        kind: 'retention_sweep',
        result: word('result') ?? 'unknown',
        ...optional('skipReason', word('skip_reason')),
        ...optional('periodDays', countOf(attributes.get('period_days'))),
        ...optional('isDefaultPeriod', flagOf(attributes.get('used_default'))),
        ...optional('transcriptsDeleted', countOf(attributes.get('transcripts_deleted'))),
        ...optional('filesPastCutoff', countOf(attributes.get('files_past_cutoff'))),
        ...optional('errors', countOf(attributes.get('errors'))),
      };
    default:
      return undefined;
  }
}

// The names of tools, decisions and errors: words, never a sentence, which could hold anything.
function wordOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w.:/@-]{1,120}$/.test(text) ? text : undefined;
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function flagOf(text: string | undefined): boolean | undefined {
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

function sequenceOf({ attributes }: ClientEvent): number | undefined {
  return countOf(attributes.get('event.sequence'));
}

// Tools tell the file they worked on in their parameters or their input, both JSON.
function pathOf(attributes: ReadonlyMap<string, string>): string | undefined {
  for (const name of ['tool_parameters', 'tool_input']) {
    const found = /"(?:file_path|notebook_path)"\s*:\s*("(?:[^"\\]|\\.){1,2000}")/.exec(
      attributes.get(name) ?? '',
    )?.[1];
    if (found !== undefined) return unquoted(found);
  }
  return undefined;
}

function unquoted(json: string): string | undefined {
  try {
    return String(JSON.parse(json)).toWellFormed();
  } catch {
    return undefined; // Cut short by the client: half a path names nothing.
  }
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]?: Value });
}
