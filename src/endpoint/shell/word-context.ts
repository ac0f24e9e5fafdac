import { concatenate, known, type Text } from '../environment/bound.ts';
import type { PatternPiece } from './pattern.ts';

/** What a name stands for while a word is read. */
export type Found = { readonly kind: 'unset' } | { readonly kind: 'set' | 'unknown'; readonly text: Text };

/** What reading a word asks of the shell around it. */
export type WordContext = {
  readonly find: (name: string) => Found;
  readonly assign: (name: string, text: Text) => void;
  readonly substitute: (command: string) => Text;
  /** The home folder of a user (`''`: one's own); undefined when not known. */
  readonly homeOf: (user: string) => string | undefined;
  /** Paths of existing files that match; undefined when that cannot be said. */
  readonly glob: (pattern: RegExp, path: string) => readonly string[] | undefined;
  readonly splitsWords: boolean;
};

/** A piece of an expanded word. */
export type Piece = { readonly text: Text; readonly isQuoted: boolean };

export function knownPieces(pieces: readonly Piece[]): readonly PatternPiece[] | undefined {
  const found: PatternPiece[] = [];
  for (const { text, isQuoted } of pieces) {
    if (text.kind === 'dynamic') return undefined;
    found.push({ text: text.text, isQuoted });
  }
  return found;
}

export function asText(pieces: readonly Piece[]): Text {
  return pieces.reduce<Text>((whole, { text }) => concatenate(whole, text), known(''));
}
