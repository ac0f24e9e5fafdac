import { gatewayError } from '../errors.ts';
import type { StringSpan } from './piece.ts';

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

// Bytes that may stand in a string as they are: all but the quote, the backslash and control characters (RFC 8259 §7).
const plain = new Uint8Array(256).fill(1, 0x20);
plain[quote] = 0;
plain[backslash] = 0;

const space = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0x0a, 0x0d]) space[byte] = 1;

const escapable = new Uint8Array(256);
for (const character of '"\\/bfnrt') escapable[character.charCodeAt(0)] = 1;

const hexadecimal = new Uint8Array(256);
for (const character of '0123456789abcdefABCDEF') hexadecimal[character.charCodeAt(0)] = 1;

const literals = ['true', 'false', 'null'] as const;

// eslint-style sticky pattern over the few bytes of a number (RFC 8259 §6).
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const numberByte = new Uint8Array(256);
for (const character of '0123456789+-.eE') numberByte[character.charCodeAt(0)] = 1;

/** Arrays and objects nested deeper than this are refused; no client comes near it. */
const maxDepth = 512;

/**
 * Walks a JSON text in its bytes, strictly by RFC 8259, without building values.
 *
 * The bytes must be valid UTF-8. After a string was passed, `stringStart` and `stringEnd` bound what stands between its
 * quotes. Each method leaves `at` behind what it read.
 * @throws gateway_body_not_json with the offset of the first byte that cannot stand there; gateway_body_too_deep.
 */
export class JsonCursor {
  readonly bytes: Uint8Array;
  at: number;
  stringStart = 0;
  stringEnd = 0;
  stringHasEscapes = false;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next byte that is not white space; -1 at the end. */
  peek(): number {
    const { bytes } = this;
    while (this.at < bytes.length && space[bytes[this.at] ?? 0] === 1) this.at += 1;
    return this.at < bytes.length ? (bytes[this.at] ?? -1) : -1;
  }

  isAtObject(): boolean {
    return this.peek() === openBrace;
  }

  isAtArray(): boolean {
    return this.peek() === openBracket;
  }

  isAtString(): boolean {
    return this.peek() === quote;
  }

  /** Enters an object. True: the cursor stands at the first member's value, its key in the string bounds. */
  enterObject(): boolean {
    this.#take(openBrace);
    if (this.peek() === closeBrace) {
      this.at += 1;
      return false;
    }
    this.#passKey();
    return true;
  }

  /** Goes on to the next member after a value; false behind the object's end. */
  nextMember(): boolean {
    if (!this.#goesOn(closeBrace)) return false;
    this.#passKey();
    return true;
  }

  /** Enters an array. True: the cursor stands at its first element. */
  enterArray(): boolean {
    this.#take(openBracket);
    if (this.peek() !== closeBracket) return true;
    this.at += 1;
    return false;
  }

  /** Goes on to the next element after a value; false behind the array's end. */
  nextElement(): boolean {
    return this.#goesOn(closeBracket);
  }

  /** Passes a string and sets the string bounds. */
  passString(): void {
    if (this.peek() !== quote) throw this.#fault();
    const { bytes } = this;
    const end = bytes.length;
    let at = this.at + 1;
    this.stringStart = at;
    this.stringHasEscapes = false;
    for (;;) {
      while (at < end && plain[bytes[at] as number] === 1) at += 1;
      if (at >= end) throw this.#fault(end);
      if (bytes[at] === quote) break;
      if (bytes[at] !== backslash) throw this.#fault(at);
      this.stringHasEscapes = true;
      at = this.#afterEscape(at);
    }
    this.stringEnd = at;
    this.at = at + 1;
  }

  /** The bounds of the string passed last. */
  span(): StringSpan {
    return { start: this.stringStart, end: this.stringEnd, hasEscapes: this.stringHasEscapes };
  }

  /** The decoded text of the string passed last. */
  text(): string {
    return decodeString(this.bytes, this.span());
  }

  /** Passes a string and decodes it; passes any other value and gives undefined. */
  readText(): string | undefined {
    if (this.peek() !== quote) {
      this.passValue();
      return undefined;
    }
    this.passString();
    return this.text();
  }

  /** Passes one value of any kind. */
  passValue(): void {
    const first = this.peek();
    if (first === quote) return this.passString();
    if (first === openBrace || first === openBracket) return this.#passContainer();
    this.#passScalar(first);
  }

  /** Makes sure that nothing but white space follows. */
  expectEnd(): void {
    if (this.peek() !== -1) throw this.#fault();
  }

  // One loop over all that a container holds, with a stack of what is open, so that depth costs no call stack.
  #passContainer(): void {
    const isObject: boolean[] = [];
    let has = false;
    do {
      const first = this.peek();
      if (first === openBrace || first === openBracket) {
        if (isObject.length === maxDepth) throw gatewayError('gateway_body_too_deep', { limit: maxDepth });
        isObject.push(first === openBrace);
        has = first === openBrace ? this.enterObject() : this.enterArray();
      } else {
        this.passValue();
        has = this.#goesOnIn(isObject);
      }
      while (!has && isObject.length > 0) {
        isObject.pop();
        if (isObject.length > 0) has = this.#goesOnIn(isObject);
      }
    } while (isObject.length > 0);
  }

  #goesOnIn(isObject: readonly boolean[]): boolean {
    return isObject.at(-1) === true ? this.nextMember() : this.nextElement();
  }

  #passKey(): void {
    this.passString();
    this.#take(colon);
  }

  #goesOn(close: number): boolean {
    const byte = this.peek();
    if (byte !== comma && byte !== close) throw this.#fault();
    this.at += 1;
    return byte === comma;
  }

  #take(byte: number): void {
    if (this.peek() !== byte) throw this.#fault();
    this.at += 1;
  }

  #afterEscape(at: number): number {
    const { bytes } = this;
    const letter = bytes[at + 1] ?? 0;
    if (escapable[letter] === 1) return at + 2;
    if (letter !== 0x75) throw this.#fault(at);
    for (let digit = at + 2; digit < at + 6; digit += 1)
      if (hexadecimal[bytes[digit] ?? 0] !== 1) throw this.#fault(at);
    return at + 6;
  }

  #passScalar(first: number): void {
    const start = this.at;
    for (const literal of literals) {
      if (first !== literal.charCodeAt(0)) continue;
      const end = start + literal.length;
      if (Buffer.from(this.bytes.subarray(start, end)).toString('latin1') !== literal) throw this.#fault(start);
      this.at = end;
      return;
    }
    let end = start;
    while (numberByte[this.bytes[end] ?? 0] === 1) end += 1;
    if (!number.test(Buffer.from(this.bytes.subarray(start, end)).toString('latin1'))) throw this.#fault(start);
    this.at = end;
  }

  #fault(offset = this.at) {
    return gatewayError('gateway_body_not_json', { offset });
  }
}

/** Decodes what stands between a JSON string's quotes. A lone surrogate becomes U+FFFD, so that the text has a UTF-8 form. */
export function decodeString(bytes: Uint8Array, { start, end, hasEscapes }: StringSpan): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
  return hasEscapes ? (JSON.parse(`"${raw}"`) as string).toWellFormed() : raw;
}
