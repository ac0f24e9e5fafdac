/**
 * The shape that a translation of English texts must have: the same keys, all of them, and nothing else. A text that is
 * missing in French does not compile.
 */
export type Translated<English> = English extends string
  ? string
  : { readonly [Key in keyof English]: Translated<English[Key]> };
