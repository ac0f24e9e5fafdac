// Folded code of each UTF-16 unit: lower case, without diacritics, every digit the same. Built once from Unicode's own
// decomposition, for the scripts that have case and diacritics (Latin, Greek, Cyrillic: all below U+0590, and Latin
// Extended Additional).
// Above the last of them every unit stands for itself.
const folded = new Uint16Array(0x2100);

const anyDigit = 0x30;
const noBreakSpaces = new Set([0xa0, 0x202f, 0x2007, 0x2009]);

for (let code = 0; code < folded.length; code += 1) folded[code] = foldUnit(code);

/** The code that stands for a UTF-16 unit when keywords are compared. */
export function foldCode(code: number): number {
  return folded[code] ?? code;
}

/** A text with every unit folded; as long as the text itself. */
export function foldText(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) result += String.fromCharCode(foldCode(text.charCodeAt(at)));
  return result;
}

function foldUnit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return anyDigit;
  if (noBreakSpaces.has(code)) return 0x20;
  if (code === 0x2019) return 0x27;
  const hasCase = code < 0x590 || (code >= 0x1e00 && code < 0x1f00);
  if (!hasCase) return code;
  const base = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 ? base.charCodeAt(0) : code;
}
