/** A file as the wiring has read it. `name` is its path below the policy folder. */
export type PolicyFile = { readonly name: string; readonly text: string };
