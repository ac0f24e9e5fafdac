import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '../../../src/base/index.ts';
import {
  bundleOf,
  CompactRange,
  emptyRoot,
  formatTilePath,
  formatTlogProof,
  isConsistent,
  isIncluded,
  isIncludedInSubtree,
  isSubtreeConsistent,
  leafHash,
  levelShape,
  openNote,
  parseTilePath,
  parseTlogProof,
  parseVkey,
  tilesOf,
} from '../../../src/ledger/tree/index.ts';
import { readVectors, vectorsMissing } from '../../support/vectors.ts';

type Numbers = {
  leafIdx: number;
  treeSize: number;
  size1: number;
  size2: number;
  start: number;
  end: number;
  size: number;
};
type Roots = { root: string; root1: string; root2: string; leafHash: string };
type Proof = Numbers & Roots & { kind: string; file: string; proof: string[] | null; wantErr: boolean };
type Note = { name: string; vkeys: string[]; noteB64: string; ok: boolean; verified?: string[]; unverified?: string[] };

const bytes = (base64: string) => Buffer.from(base64, 'base64');

const checks: Record<string, (vector: Proof, proof: Buffer[]) => boolean> = {
  inclusion: ({ leafIdx: index, treeSize: size, leafHash: leaf, root }, proof) =>
    isIncluded({ index, size, leafHash: bytes(leaf), root: bytes(root) }, proof),
  consistency: ({ size1, size2, root1, root2 }, proof) =>
    isConsistent({ oldSize: size1, oldRoot: bytes(root1), size: size2, root: bytes(root2) }, proof),
  subtreeinclusion: ({ leafIdx: index, start, end, leafHash: leaf, root }, proof) =>
    isIncludedInSubtree({ index, start, end, leafHash: bytes(leaf), root: bytes(root) }, proof),
  subtreeconsistency: ({ start, end, size, root1, root2 }, proof) =>
    isSubtreeConsistent({ start, end, size, subtreeRoot: bytes(root1), root: bytes(root2) }, proof),
};

describe.skipIf(vectorsMissing !== '')(vectorsMissing || 'published vectors', () => {
  test('every inclusion and consistency proof, of trees and of subtrees', () => {
    const { vectors } = readVectors<{ vectors: Proof[] }>('merkle-proofs.json');
    const wrong = vectors.filter((vector) => {
      const check = checks[vector.kind];
      if (!check) throw new Error(`no check for ${vector.kind}`);
      return check(vector, (vector.proof ?? []).map(bytes)) === vector.wantErr;
    });
    expect(vectors.length).toBeGreaterThan(200);
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('the reference tree, at every size', () => {
    const reference = readVectors<{ leavesHex: string[]; rootsHexBySize: string[]; emptyRootHex: string }>(
      'rfc6962-reference-tree.json',
    );
    const range = new CompactRange();
    const roots = [
      range.root(),
      ...reference.leavesHex.map((leaf) => {
        range.append(leafHash(Buffer.from(leaf, 'hex')));
        return range.root();
      }),
    ];
    expect(roots.map((root) => Buffer.from(root).toString('hex'))).toEqual(reference.rootsHexBySize);
    expect(Buffer.from(emptyRoot).toString('hex')).toBe(reference.emptyRootHex);
  });

  test('signed notes', () => {
    const { notes } = readVectors<{ notes: Note[] }>('signed-note.json');
    for (const { name, vkeys, noteB64, ok, verified, unverified } of notes) {
      const open = () => openNote(bytes(noteB64), vkeys.map(parseVkey));
      if (!ok) expect(open, name).toThrow(/^ledger_/);
      else {
        const opened = open();
        expect(
          opened.verified.map((each) => each.name),
          name,
        ).toEqual(verified);
        expect(
          opened.unverified.map((each) => each.name),
          name,
        ).toEqual(unverified);
      }
    }
  });

  test('keys: each as it stands, and none that is a piece of one or differs by a byte', () => {
    const { validVkeys, badVkeys } = readVectors<{ validVkeys: string[]; badVkeys: string[] }>('signed-note.json');
    for (const vkey of badVkeys) expect(() => parseVkey(vkey), vkey).toThrow('ledger_key_malformed');
    for (const vkey of validVkeys) {
      expect(parseVkey(vkey).vkey).toBe(vkey);
      for (let from = 0; from < vkey.length; from += 1)
        for (let to = from; to <= vkey.length; to += 1)
          if (to - from < vkey.length) expect(() => parseVkey(vkey.slice(from, to))).toThrow('ledger_key_malformed');
      for (let at = 0; at < vkey.length; at += 1) {
        const changed = vkey.slice(0, at) + String.fromCodePoint(vkey.charCodeAt(at) + 1) + vkey.slice(at + 1);
        expect(() => parseVkey(changed), changed).toThrow('ledger_key_malformed');
      }
    }
  });

  test('tile paths and the shape of trees', () => {
    const vectors = readVectors<{
      tilePath: [number, number, number, string][];
      entriesPathForIndex: [number, number, string][];
      treeShape: { size: number; full: Record<string, number>; partial: Record<string, number> }[];
      mustRefuse: string[];
    }>('tile-paths.json');
    for (const [level, index, partial, path] of vectors.tilePath) {
      const tile = { level, index, width: partial === 0 ? 256 : partial };
      expect([formatTilePath(tile), parseTilePath(path)]).toEqual([path, tile]);
    }
    for (const [index, size, path] of vectors.entriesPathForIndex) {
      expect(formatTilePath(bundleOf(index, size))).toBe(path);
    }
    for (const path of vectors.mustRefuse) {
      expect(() => parseTilePath(path), path).toThrow('ledger_tile_path_malformed');
    }
    for (const { size, full, partial } of vectors.treeShape) {
      const tiles = [...tilesOf(size)].filter(({ level }) => level !== 'entries');
      for (let level = 0; level < 4; level += 1) {
        const [fullCount, width] = [full[level] ?? 0, partial[level] ?? 0];
        expect(levelShape(level, size)).toEqual({ full: fullCount, partialWidth: width });
        const widths = tiles.filter((tile) => tile.level === level).map((tile) => tile.width);
        expect(widths).toEqual([...Array.from({ length: fullCount }, () => 256), ...(width > 0 ? [width] : [])]);
      }
    }
  });

  test('proof files', () => {
    type Marshal = { index: number; hashes: string[]; extra?: string; checkpoint: string; want: string };
    const { marshal, mustRefuse } = readVectors<{ marshal: Marshal[]; mustRefuse: string[] }>('tlog-proof.json');
    for (const { index, hashes, extra, checkpoint, want } of marshal) {
      const proof = { index, hashes: hashes.map(bytes), checkpoint, ...(extra ? { extra: bytes(extra) } : {}) };
      expect(formatTlogProof(proof)).toBe(want);
      expect(parseTlogProof(want)).toEqual(proof);
    }
    for (const text of mustRefuse) expect(() => parseTlogProof(text), text).toThrow('ledger_proof_malformed');
  });

  test('canonical JSON', () => {
    const { vectors } = readVectors<{ vectors: { name: string; inputB64: string; outputB64: string }[] }>('jcs.json');
    for (const { name, inputB64, outputB64 } of vectors) {
      const value = JSON.parse(bytes(inputB64).toString('utf8')) as Json;
      expect(canonicalJson(value), name).toBe(bytes(outputB64).toString('utf8'));
    }
  });
});
