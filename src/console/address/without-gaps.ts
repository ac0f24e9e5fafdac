export type WithoutGaps<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The same without its undefined members: one that is there but undefined would stand in the address. */
export function withoutGaps<T extends object>(given: T): WithoutGaps<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as WithoutGaps<T>;
}
