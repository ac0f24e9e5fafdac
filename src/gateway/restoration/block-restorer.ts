import { type Finding, type MeaningOf, restoreMarked, StreamRestorer } from '../../detection/index.ts';
import { leafText, leavesOf } from '../inspection/leaf.ts';
import type { ConversationValues } from '../inspection/conversation-values.ts';
import type { Meaning } from '../inspection/redact-body.ts';
import type { RestorePlace } from '../../policy/index.ts';
import { isInLink, isInRemotePath } from './restorable.ts';

/**
 * What an answer is restored with: the stand-ins of its own request, the memory of the conversation it belongs to, and
 * into what the policy lets values be put back.
 */
export type Restoration = {
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly memory: ConversationValues;
  readonly into: ReadonlySet<RestorePlace>;
};

/** How a block's text is written: `text` as it is, `input` as JSON that comes in pieces. */
export type BlockForm = 'text' | 'input';

/** What stand-ins mean in a block of this form: in a link they keep standing for themselves. */
export function meaningIn(restoration: Restoration, form: BlockForm): MeaningOf {
  const isElsewhere = form === 'input' ? isInRemotePath : isInLink;
  return (standIn, ahead) => {
    const value = meaningOf(restoration, standIn)?.value;
    return value === undefined || isElsewhere(ahead) ? undefined : value;
  };
}

/** What a stand-in means: of this request, or of one before that the client still has something of. */
function meaningOf({ meanings, memory }: Restoration, standIn: string): Meaning | undefined {
  return meanings.get(standIn) ?? memory.meanings.get(standIn);
}

/** Restores a text that is whole, and notes it for when the client sends it again. @returns how many values were put back. */
export function restoreWhole(
  text: string,
  restoration: Restoration,
  form: BlockForm,
): { readonly text: string; readonly count: number } {
  const restored = restoreMarked(text, meaningIn(restoration, form));
  const findings: Finding[] = restored.spans.flatMap(({ start, end, standIn }) => {
    const meaning = meaningOf(restoration, standIn);
    return meaning ? [{ start, end, detector: meaning.detector, kind: meaning.kind, class: meaning.class }] : [];
  });
  if (findings.length > 0) {
    restoration.memory.noteRestored(restored.text, findings);
    for (const { start, end, ...what } of findings)
      restoration.memory.learn({ ...what, value: restored.text.slice(start, end) }, true);
  }
  return { text: restored.text, count: findings.length };
}

/** Restores one content block as it streams. */
export class BlockRestorer {
  readonly form: BlockForm;
  readonly #restoration: Restoration;
  readonly #restorer: StreamRestorer;
  #asItCame = '';

  constructor(form: BlockForm, restoration: Restoration) {
    this.form = form;
    this.#restoration = restoration;
    this.#restorer = new StreamRestorer(meaningIn(restoration, form), form === 'input' ? 'json' : 'plain');
  }

  get isHolding(): boolean {
    return this.#restorer.heldLength > 0;
  }

  push(text: string): string {
    this.#asItCame += text;
    return this.#restorer.push(text);
  }

  /** Ends the block. @returns what was held back still, and how many values were put back in the whole of it. */
  end(): { readonly rest: string; readonly count: number } {
    const rest = this.#restorer.flush();
    if (this.form === 'text') return { rest, count: restoreWhole(this.#asItCame, this.#restoration, 'text').count };
    return {
      rest,
      count: inputTexts(this.#asItCame).reduce(
        (sum, text) => sum + restoreWhole(text, this.#restoration, 'input').count,
        0,
      ),
    };
  }
}

// The strings of a tool's input, as the client will send them again; none when it does not parse.
function inputTexts(json: string): readonly string[] {
  const bytes = Buffer.from(json);
  try {
    return leavesOf(bytes, 0, bytes.length).map((leaf) => leafText(bytes, leaf));
  } catch {
    return []; // A call that was cut short: the client will not send it again as one.
  }
}
