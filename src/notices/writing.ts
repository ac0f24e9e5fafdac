import type { TextBlock, TextItem } from '../base/index.ts';
import type { Entry } from '../catalogue/index.ts';
import { type Language, noticeList, type NoticeListKey, noticeText, type NoticeTextKey } from '../messages/index.ts';
import type { NoticeMaterial } from './material.ts';

export type TextArgs = Readonly<Record<string, string | number>>;

/** Somebody who writes a document in a language, from some material. */
export class Writing {
  readonly language: Language;
  readonly material: NoticeMaterial;
  /** How many claims were told whose day to be read again has passed. */
  overdue = 0;
  #entries: ReadonlyMap<string, Entry> | undefined;

  constructor(language: Language, material: NoticeMaterial) {
    this.language = language;
    this.material = material;
  }

  /** An entry of the catalogue that is in force on the day. */
  entry(key: string): Entry | undefined {
    const { catalogue, on } = this.material;
    this.#entries ??= new Map(catalogue.entries(on).map((each) => [each.key, each]));
    return this.#entries.get(key);
  }

  get day(): string {
    return this.material.on.toISOString().slice(0, 10);
  }

  get organization(): string {
    return this.material.organization ?? this.say('toFillIn');
  }

  get contact(): string {
    return this.material.contact ?? this.say('toFillIn');
  }

  say(key: NoticeTextKey, args: TextArgs = {}): string {
    return noticeText(this.language, key, args);
  }

  heading(key: NoticeTextKey): TextBlock {
    return { kind: 'heading', text: this.say(key) };
  }

  paragraph(key: NoticeTextKey, args: TextArgs = {}): TextBlock {
    return { kind: 'paragraph', text: this.say(key, args) };
  }

  /** A list of the dictionary. */
  list(key: NoticeListKey): TextBlock {
    return { kind: 'list', items: noticeList(this.language, key).map((text) => ({ text })) };
  }

  /** A table whose columns and rows are of the dictionary. */
  table(columns: NoticeTextKey, rows: readonly (readonly string[])[]): TextBlock {
    return { kind: 'table', columns: this.say(columns).split('|'), rows };
  }

  /** The rows of a table as the dictionary has them. */
  rows(key: NoticeListKey): readonly (readonly string[])[] {
    return noticeList(this.language, key).map((text) => text.split('|'));
  }
}

/** A list, or nothing where it would be empty. */
export function listOf(items: readonly TextItem[]): readonly TextBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
