/**
 * A name from a client, as it may be shown: characters that are not seen, or that turn the reading direction around, are
 * given by their number. Otherwise `report⟨U+202E⟩fdp.exe` would be read as `reportexe.pdf`.
 */
export function inPlainSight(text: string): string {
  return text.replace(
    /[\p{Cf}\p{Zl}\p{Zp}]/gu,
    (hidden) => `⟨U+${hidden.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
