/** The files of a ZIP in which nothing is compressed, by name, as text: read by its local headers alone. */
export function filesIn(bytes: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04_03_4b_50) {
    const [size, nameLength, extra] = [
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const start = at + 30 + nameLength + extra;
    files.set(bytes.toString('utf8', at + 30, at + 30 + nameLength), bytes.toString('utf8', start, start + size));
    at = start + size;
  }
  return files;
}
