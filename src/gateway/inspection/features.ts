import type { Piece } from '../anthropic/piece.ts';
import { type Leaf, leafText } from './leaf.ts';
import { pieceAt, type Stretch } from './stretch.ts';

/** What a stretch of a body asks the vendor for beyond the messages themselves. */
export type Asked = {
  /** By the names the catalogue has for what zero data retention does not cover. */
  readonly features: readonly string[];
  /** Every model it names. */
  readonly models: readonly string[];
};

const settingFeatures: ReadonlyMap<string, readonly string[]> = new Map([
  ['mcp_servers', ['mcp_connector', 'third_party_mcp']],
  ['container', ['code_execution']],
  ['skills', ['skills']],
]);
const typeFeatures: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^code_execution/, ['code_execution']],
  [/^mcp_toolset/, ['mcp_connector', 'third_party_mcp']],
  [/^(?:file|container_upload)$/, ['files']],
  [/^(?:bash_code_execution|text_editor_code_execution)/, ['code_execution']],
];
const longestWord = 200;

/**
 * Reads from the members themselves what is asked for: a word inside a text or inside a tool's own input asks for nothing.
 */
export function askedIn(bytes: Buffer, { ranges, pieces, place }: Stretch): Asked {
  const features = new Set<string>();
  const models: string[] = [];
  for (const leaf of ranges.flatMap(({ leaves }) => leaves)) {
    if (leaf.end - leaf.start > longestWord || (place === 'content' && isOwn(pieceAt(pieces, leaf.start)))) continue;
    if (place === 'frame' && leaf.form === 'name')
      for (const feature of settingFeatures.get(leafText(bytes, leaf)) ?? []) features.add(feature);
    if (leaf.form !== 'string') continue;
    if (leaf.name === 'type') for (const feature of featuresOfType(bytes, leaf)) features.add(feature);
    if (leaf.name === 'model' && place !== 'content') models.push(leafText(bytes, leaf));
  }
  return { features: [...features], models };
}

function featuresOfType(bytes: Buffer, leaf: Leaf): readonly string[] {
  const type = leafText(bytes, leaf);
  return typeFeatures.find(([pattern]) => pattern.test(type))?.[1] ?? [];
}

// The input of a call and what a tool gave back are the client's own words.
function isOwn(piece: Piece | undefined): boolean {
  return piece !== undefined && !['image', 'document', 'other'].includes(piece.facts.kind);
}
