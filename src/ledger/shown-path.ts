/*
 * A home folder carries its owner's login name, and a login name is a person's: screens show pseudonyms, so they show
 * homes as `~`. The ledger keeps the path as the client gave it.
 */
const homes = /(?:\/home\/|\/Users\/|[A-Za-z]:\\Users\\)[^/\\\s"']+/g;

/** A path or a command as a screen, or a system outside, may show it. */
export function shownPath(text: string): string {
  return text.replace(homes, '~');
}
