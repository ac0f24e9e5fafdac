/** A word of the company: a code name, a client, a host. `kind` is part of the placeholder, see `kindPattern`. */
export type DictionaryTerm = { readonly text: string; readonly kind: string };
