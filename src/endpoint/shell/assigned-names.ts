/** The names a text of shell seems to set or unset: for what could not be parsed. */
export function assignedNames(text: string): readonly string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(/\b([A-Za-z_]\w*)\+?=/g)) names.add(match[1] ?? '');
  for (const match of text.matchAll(/\b(?:unset|export|setenv|unsetenv|set)((?:[ \t]+[\w-]+)+)/g))
    for (const name of (match[1] ?? '').split(/[ \t]+/)) if (/^[A-Za-z_]\w*$/.test(name)) names.add(name);
  return [...names];
}
