import type { RootedFiles } from './rooted-files.ts';

/** One value of the registry as an export has it, or (`text` undefined) its removal. */
export type RegistryValue = {
  /** The key's full path, upper case, `HKEY_LOCAL_MACHINE\…`. */
  readonly key: string;
  readonly name: string;
  readonly type: 'text' | 'expandable' | 'number' | 'other' | 'removed';
  readonly text: string | undefined;
  readonly file: string;
  readonly line: number;
};

/** The text of a Windows file: UTF-16 with its mark, UTF-8, or else one byte a letter. */
export function decodeWindowsText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  // An export without its mark still shows every second byte empty.
  if (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0) return bytes.toString('utf16le');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}

/** Reads a `.reg` export. Our own parser: an export is neither ini (quoting, hex, removal) nor anything a library reads. */
export function parseRegistry(text: string, file: string): readonly RegistryValue[] {
  const values: RegistryValue[] = [];
  let key = '';
  for (const { text: line, number } of logicalLines(text)) {
    const header = /^\[(-?)(.*)\]\s*$/.exec(line);
    if (header) {
      key = fullKey(header[2] ?? '');
      if (header[1]) values.push({ key, name: '*', type: 'removed', text: undefined, file, line: number });
      continue;
    }
    const entry = /^\s*(?:"((?:[^"\\]|\\.)*)"|@)\s*=\s*(.*?)\s*$/.exec(line);
    if (entry && key !== '')
      values.push({ key, name: unescaped(entry[1] ?? ''), ...readData(entry[2] ?? ''), file, line: number });
  }
  return values;
}

function logicalLines(text: string): readonly { readonly text: string; readonly number: number }[] {
  const lines: { text: string; number: number }[] = [];
  let open: { text: string; number: number } | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = open ? raw.trimStart() : raw;
    if (!open && /^\s*;/.test(line)) continue;
    const current: { text: string; number: number } = open
      ? { text: open.text.slice(0, -1) + line, number: open.number }
      : { text: line, number: index + 1 };
    open = /^[^"]*"?[^"]*"?\s*=\s*hex.*\\$/.test(current.text) ? current : undefined;
    if (!open) lines.push(current);
  }
  if (open) lines.push(open);
  return lines;
}

const shortNames: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKU: 'HKEY_USERS',
};

function fullKey(key: string): string {
  const [first = '', ...rest] = key.toUpperCase().split('\\');
  return [shortNames[first] ?? first, ...rest].join('\\');
}

function readData(data: string): Pick<RegistryValue, 'type' | 'text'> {
  if (data === '-') return { type: 'removed', text: undefined };
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(data);
  if (quoted) return { type: 'text', text: unescaped(quoted[1] ?? '') };
  const hex = /^hex(?:\((\w+)\))?:(.*)$/i.exec(data);
  if (hex) return readHex(hex[1] ?? '3', hex[2] ?? '');
  const number = /^dword:([0-9a-f]{1,8})/i.exec(data);
  return number
    ? { type: 'number', text: String(Number.parseInt(number[1] ?? '0', 16)) }
    : { type: 'other', text: undefined };
}

function readHex(type: string, digits: string): Pick<RegistryValue, 'type' | 'text'> {
  if (type !== '2' && type !== '1' && type !== '7') return { type: 'other', text: undefined };
  const bytes = Buffer.from(digits.split(',').map((pair) => Number.parseInt(pair.trim() || '0', 16)));
  const text = bytes.toString('utf16le').replace(/\0+$/, '');
  return { type: type === '1' ? 'text' : type === '2' ? 'expandable' : 'other', text };
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(["\\])/g, '$1');
}

/** A registry export and whose hive it may be: the folder or name it was found under. */
export type RegistryFile = { readonly path: string; readonly values: readonly RegistryValue[] };

/** Every export in the tree's usual places: its top folders, and the homes. */
export function readRegistryFiles(files: RootedFiles, homes: readonly string[]): readonly RegistryFile[] {
  const paths = new Set<string>();
  const look = (folder: string, depth: number): void => {
    for (const name of files.list(folder)) {
      const path = `${folder === '/' ? '' : folder}/${name}`;
      if (name.toLowerCase().endsWith('.reg')) paths.add(path);
      else if (depth > 0 && !/^(?:Users|Program Files.*|Windows|ProgramData)$/i.test(name) && files.isFolder(path))
        look(path, depth - 1);
    }
  };
  look('/', 2);
  for (const folder of ['/Windows/System32/config', '/C/Windows/System32/config']) look(folder, 0);
  for (const home of homes) look(home, 0);
  return [...paths].flatMap((path) => {
    const reading = files.read(path);
    return reading.kind === 'read' ? [{ path, values: parseRegistry(decodeWindowsText(reading.bytes), path) }] : [];
  });
}
