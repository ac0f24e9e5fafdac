import { isUtf8 } from 'node:buffer';
import type { FingerprintKey } from '../../base/index.ts';
import { gatewayError } from '../errors.ts';
import type { TextPlace } from './attribute-text.ts';
import { Conversation, describeRest, describeUnknown } from './conversation.ts';
import { Describer } from './describer.ts';
import { JsonCursor } from './json-cursor.ts';
import { cursorAt, passMember, passSpan, readMembers, textOf, type ValueSpan } from './members.ts';
import { maxParts, tooManyParts } from './max-parts.ts';
import type { Piece } from './piece.ts';
import { readBlock } from './read-block.ts';
import {
  isSame,
  nothingRemembered,
  readOrRecall,
  recallStem,
  type RememberedBody,
  type RememberedMessage,
  type RememberedValue,
  stemOf,
} from './remembered.ts';

/** A Messages API request, read in its bytes. */
export type Body = {
  readonly model: string | undefined;
  readonly isStream: boolean;
  readonly deviceId: string | undefined;
  readonly sessionId: string | undefined;
  /** Pieces in the order of their bytes; none overlaps another. */
  readonly pieces: readonly Piece[];
  /** The values that make up most of the body, in the order of its bytes: messages, system prompt, tools. */
  readonly values: readonly PlacedValue[];
  /** What to hand in when the next body of the conversation is read. */
  readonly remembered: RememberedBody;
};

/**
 * Finds what a request to `/v1/messages` or `/v1/messages/count_tokens` carries, without building or changing it.
 *
 * @param earlier what bodies of the same conversation were found to hold, the likeliest first. They make reading cheap
 *   and change nothing of its result.
 * @throws gateway_body_not_utf8, gateway_body_not_json, gateway_body_too_deep, gateway_body_ambiguous,
 *   gateway_body_not_messages, gateway_body_too_many_parts
 */
export function readBody(bytes: Buffer, key: FingerprintKey, earlier: readonly RememberedBody[] = []): Body {
  if (!isUtf8(bytes)) throw gatewayError('gateway_body_not_utf8');
  return new BodyReader(bytes, key, earlier).read();
}

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

/** A value of a body, and where it begins there. */
export type PlacedValue = {
  readonly start: number;
  readonly value: RememberedValue;
  /** Whether it is the list of tools. */
  readonly isTools?: boolean;
};

class BodyReader {
  readonly #bytes: Buffer;
  readonly #cursor: JsonCursor;
  readonly #describer: Describer;
  readonly #conversation: Conversation;
  readonly #earlier: readonly RememberedBody[];
  #before: RememberedBody;
  #messages: RememberedMessage[] | undefined;
  #stem: RememberedBody['stem'];
  readonly #members = new Map<string, RememberedValue>();
  readonly #settings = new Map<string, ValueSpan>();
  readonly #values: PlacedValue[] = [];

  constructor(bytes: Buffer, key: FingerprintKey, earlier: readonly RememberedBody[]) {
    this.#bytes = bytes;
    this.#cursor = new JsonCursor(bytes);
    this.#describer = new Describer(bytes, key);
    this.#conversation = new Conversation(bytes, this.#describer);
    this.#earlier = earlier;
    this.#before = earlier[0] ?? nothingRemembered;
  }

  read(): Body {
    const cursor = this.#cursor;
    if (!cursor.isAtObject()) {
      cursor.passValue();
      throw gatewayError('gateway_body_not_messages');
    }
    readMembers(cursor, (name) => this.#member(name));
    cursor.expectEnd();
    if (!this.#messages) throw gatewayError('gateway_body_not_messages');
    const stream = this.#settings.get('stream');
    return {
      model: textOf(this.#bytes, this.#settings.get('model')),
      isStream: stream !== undefined && this.#bytes.toString('latin1', stream.start, stream.end) === 'true',
      ...metadataIds(this.#bytes, this.#settings.get('metadata')),
      pieces: inOrder(this.#describer.pieces),
      values: inOrder(this.#values),
      remembered: { messages: this.#messages, members: this.#members, stem: this.#stem },
    };
  }

  #member(name: string): void {
    const cursor = this.#cursor;
    if (name === 'messages' && cursor.isAtArray()) return this.#readMessages();
    if (name === 'system') return this.#recallable(name, () => readContent(this.#conversation, cursor, 'system'));
    if (name === 'tools') return this.#recallable(name, () => this.#readTools());
    const span = passMember(cursor);
    const isSetting = settings.has(name);
    if (isSetting) this.#settings.set(name, span);
    if (!isSetting || span.end - span.start > longestSettingBytes) describeUnknown(this.#conversation, name, span);
  }

  #recallable(name: string, read: () => void): void {
    this.#cursor.peek();
    const start = this.#cursor.at;
    const value = readOrRecall(this.#at(), this.#before.members.get(name), read);
    this.#members.set(name, value);
    this.#values.push({ start, value, ...(name === 'tools' ? { isTools: true } : {}) });
  }

  #readTools(): void {
    const { start, end } = passSpan(this.#cursor);
    this.#describer.value(start, end, { kind: 'tool_definition' });
  }

  #readMessages(): void {
    const cursor = this.#cursor;
    const messages: RememberedMessage[] = [];
    this.#messages = messages;
    let has = cursor.enterArray();
    cursor.peek();
    const start = cursor.at;
    if (has) messages.push(...this.#recallBeginning());
    if (messages.length > 0) has = cursor.nextElement();
    for (; has; has = cursor.nextElement()) {
      if (messages.length >= maxParts) throw tooManyParts();
      cursor.peek();
      const offset = cursor.at - start;
      const before = this.#before.messages[messages.length]?.value;
      messages.push({ offset, value: readOrRecall(this.#at(), before, () => readMessage(this.#conversation, cursor)) });
    }
    for (const { offset, value } of messages) this.#values.push({ start: start + offset, value });
    this.#stem = stemOf(this.#bytes, start, messages);
  }

  // A session carries several conversations (the main one, a title, subagents): the one that began as this one does.
  #recallBeginning(): readonly RememberedMessage[] {
    for (const body of this.#earlier) {
      const recalled = recallStem(this.#at(), body);
      if (recalled.length === 0) continue;
      this.#before = body;
      return recalled;
    }
    const { at } = this.#cursor;
    const found = this.#earlier.find(({ messages: [first] }) => first && isSame(this.#conversation, at, first.value));
    this.#before = found ?? this.#before;
    return [];
  }

  #at(): { readonly conversation: Conversation; readonly cursor: JsonCursor } {
    return { conversation: this.#conversation, cursor: this.#cursor };
  }
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

// Nearly always they are in order already: only members that come before their block's content are not.
function inOrder<T extends { readonly start: number }>(placed: readonly T[]): readonly T[] {
  const isInOrder = placed.every((each, index) => index === 0 || (placed[index - 1]?.start ?? 0) <= each.start);
  return isInOrder ? placed : placed.toSorted((one, another) => one.start - another.start);
}
