import { isUtf8 } from 'node:buffer';
import { gatewayError } from '../errors.ts';
import type { TextPlace } from './attribute-text.ts';
import { type Conversation, describeRest, describeUnknown } from './conversation.ts';
import { Describer, type DescriptionMemory } from './describer.ts';
import { JsonCursor } from './json-cursor.ts';
import { cursorAt, passMember, passSpan, readMembers, textOf, type ValueSpan } from './members.ts';
import type { Piece } from './piece.ts';
import { readBlock } from './read-block.ts';

/** A Messages API request, read in its bytes. */
export type Body = {
  readonly model: string | undefined;
  readonly isStream: boolean;
  readonly deviceId: string | undefined;
  readonly sessionId: string | undefined;
  /** Pieces in the order of their bytes; none overlaps another. */
  readonly pieces: readonly Piece[];
};

export type Tenant = { readonly id: string; readonly fingerprintKey: Uint8Array };

/**
 * Finds what a request to `/v1/messages` or `/v1/messages/count_tokens` carries, without building or changing it.
 *
 * @throws gateway_body_not_utf8, gateway_body_not_json, gateway_body_too_deep, gateway_body_ambiguous,
 *   gateway_body_not_messages
 */
export function readBody(bytes: Buffer, tenant: Tenant, memory: DescriptionMemory): Body {
  if (!isUtf8(bytes)) throw gatewayError('gateway_body_not_utf8');
  const describer = new Describer(bytes, tenant, memory);
  const conversation: Conversation = { bytes, describer, calls: new Map(), announced: undefined };
  const fields = readFields(conversation);
  if (!fields.hasMessages) throw gatewayError('gateway_body_not_messages');
  const ids = metadataIds(bytes, fields.metadata);
  return { model: textOf(bytes, fields.model), isStream: fields.isStream, ...ids, pieces: sorted(describer.pieces) };
}

type Fields = {
  hasMessages: boolean;
  isStream: boolean;
  model: ValueSpan | undefined;
  metadata: ValueSpan | undefined;
};

// Settings of the call, none of which holds content. `metadata` carries the client's ids, some 250 bytes.
const longestSettingBytes = 512;
const settings: ReadonlySet<string> = new Set([
  'model',
  'max_tokens',
  'metadata',
  'stream',
  'temperature',
  'top_k',
  'top_p',
  'thinking',
  'tool_choice',
  'context_management',
  'output_config',
  'service_tier',
  'inference_geo',
  'speed',
  'cache_control',
]);

function readFields(conversation: Conversation): Fields {
  const { bytes } = conversation;
  const cursor = new JsonCursor(bytes);
  const fields: Fields = { hasMessages: false, isStream: false, model: undefined, metadata: undefined };
  if (!cursor.isAtObject()) {
    cursor.passValue();
    throw gatewayError('gateway_body_not_messages');
  }
  readMembers(cursor, (name) => {
    if (name === 'messages' && cursor.isAtArray()) {
      fields.hasMessages = true;
      return readMessages(conversation, cursor);
    }
    if (name === 'system') return readContent(conversation, cursor, 'system');
    const span = passMember(cursor);
    if (name === 'tools') return conversation.describer.value(span.start, span.end, { kind: 'tool_definition' });
    if (name === 'model') fields.model = span;
    if (name === 'metadata') fields.metadata = span;
    if (name === 'stream') fields.isStream = bytes.toString('latin1', span.start, span.end) === 'true';
    if (!settings.has(name) || span.end - span.start > longestSettingBytes) describeUnknown(conversation, name, span);
  });
  cursor.expectEnd();
  return fields;
}

function readMessages(conversation: Conversation, cursor: JsonCursor): void {
  for (let has = cursor.enterArray(); has; has = cursor.nextElement()) readMessage(conversation, cursor);
}

function readMessage(conversation: Conversation, cursor: JsonCursor): void {
  if (!cursor.isAtObject()) return describeUnknown(conversation, 'message', passSpan(cursor));
  const rest = new Map<string, ValueSpan>();
  let place: TextPlace | undefined;
  readMembers(cursor, (name) => {
    // The role comes first in practice: then the content is read as it passes, once.
    if (name === 'content' && place) return readContent(conversation, cursor, place);
    const span = passMember(cursor);
    if (name === 'role') place = placeOf(textOf(conversation.bytes, span));
    rest.set(name, span);
  });
  const content = rest.get('content');
  if (content) readContent(conversation, cursorAt(conversation.bytes, content), place ?? 'user');
  describeRest(conversation, rest, ['content']);
}

function placeOf(role: string | undefined): TextPlace {
  return role === 'assistant' || role === 'system' ? role : 'user';
}

function readContent(conversation: Conversation, cursor: JsonCursor, place: TextPlace): void {
  if (cursor.isAtString()) {
    cursor.passString();
    conversation.announced = conversation.describer.text(cursor.span(), place, conversation.announced);
    return;
  }
  if (!cursor.isAtArray()) return describeUnknown(conversation, 'content', passSpan(cursor));
  for (let has = cursor.enterArray(); has; has = cursor.nextElement()) readBlock(conversation, cursor, place);
}

/*
 * Claude Code puts a JSON text into `metadata.user_id`: {"device_id", "account_uuid", "session_id"} (measured on
 * 2.1.330). The device's id is the `userID` of the workstation's ~/.claude.json.
 */
function metadataIds(bytes: Buffer, metadata: ValueSpan | undefined): Pick<Body, 'deviceId' | 'sessionId'> {
  if (!metadata) return { deviceId: undefined, sessionId: undefined };
  const ids = parsedUserId(bytes.toString('utf8', metadata.start, metadata.end));
  return { deviceId: idText(ids['device_id']), sessionId: idText(ids['session_id']) };
}

function parsedUserId(metadata: string): Readonly<Record<string, unknown>> {
  try {
    const { user_id: userId } = JSON.parse(metadata) as { user_id?: unknown };
    const ids: unknown = typeof userId === 'string' ? JSON.parse(userId) : undefined;
    return typeof ids === 'object' && ids !== null ? { ...ids } : {};
  } catch {
    return {}; // Another client's user_id is any text: then there are no ids to read.
  }
}

/** An id the client states, if it has the form of one: it goes into records and queries. */
export function idText(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\x21-\x7e]{1,128}$/.test(value) ? value : undefined;
}

function sorted(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.toSorted((one, another) => one.start - another.start);
}
