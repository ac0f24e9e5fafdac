import { isRestorable } from '../../policy/index.ts';
import { type ByteEdit, spliceBytes } from '../../detection/index.ts';
import { cursorAt, memberSpans, textOf, type ValueSpan } from '../anthropic/members.ts';
import { JsonCursor } from '../anthropic/json-cursor.ts';
import { type Leaf, leafText, leavesOf } from '../inspection/leaf.ts';
import { type BlockForm, type Restoration, restoreWhole } from './block-restorer.ts';

/** A message as the client gets it, and how many values were put back. */
export type RestoredMessage = { readonly bytes: Buffer; readonly count: number };

/** Restores a whole answer; all bytes but those of the stand-ins stay. What is no message passes as it is. */
export function restoreMessage(bytes: Buffer, restoration: Restoration): RestoredMessage {
  const edits: ByteEdit[] = [];
  let count = 0;
  for (const { leaf, form } of restorableLeaves(bytes, restoration)) {
    const text = leafText(bytes, leaf);
    const restored = restoreWhole(text, restoration, form);
    count += restored.count;
    if (restored.count > 0) edits.push({ start: leaf.start, end: leaf.end, bytes: stringInside(restored.text) });
  }
  return { bytes: Buffer.from(spliceBytes(bytes, edits)), count };
}

/** What stands between the quotes of a JSON string of this text. */
export function stringInside(text: string): Buffer {
  return Buffer.from(JSON.stringify(text).slice(1, -1));
}

type RestorableLeaf = { readonly leaf: Leaf; readonly form: BlockForm };

function restorableLeaves(bytes: Buffer, { into }: Restoration): readonly RestorableLeaf[] {
  try {
    const content = memberSpans(new JsonCursor(bytes)).get('content');
    const cursor = content && cursorAt(bytes, content);
    if (!cursor?.isAtArray()) return [];
    const leaves: RestorableLeaf[] = [];
    for (let has = cursor.enterArray(); has; has = cursor.nextElement())
      leaves.push(...leavesOfBlock(bytes, cursor, into));
    return leaves;
  } catch {
    return []; // No JSON, or cut short: the client will say so itself.
  }
}

function leavesOfBlock(bytes: Buffer, cursor: JsonCursor, into: Restoration['into']): readonly RestorableLeaf[] {
  if (!cursor.isAtObject()) {
    cursor.passValue();
    return [];
  }
  const block = memberSpans(cursor);
  const type = textOf(bytes, block.get('type'));
  if (type === 'text') return into.has('text') ? stringsOf(bytes, block.get('text'), 'text') : [];
  if (type !== 'tool_use' || !isRestorable(textOf(bytes, block.get('name')) ?? '', into)) return [];
  return stringsOf(bytes, block.get('input'), 'input');
}

function stringsOf(bytes: Buffer, span: ValueSpan | undefined, form: BlockForm): readonly RestorableLeaf[] {
  if (!span) return [];
  return leavesOf(bytes, span.start, span.end).flatMap((leaf) => (leaf.form === 'number' ? [] : [{ leaf, form }]));
}
