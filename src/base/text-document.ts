/** An item of a list: what it says, and below it, smaller, what that rests on. */
export type TextItem = { readonly text: string; readonly note?: string };

export type TextBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly TextItem[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A document of words, whatever it is set as. Its texts are plain: no sign in them has a meaning. */
export type TextDocument = {
  readonly language: 'en' | 'fr';
  readonly title: string;
  readonly subtitle: string;
  /** What wrote it, from what and when: lines that stand under the title. */
  readonly origin: readonly string[];
  readonly blocks: readonly TextBlock[];
};
