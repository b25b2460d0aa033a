/** GB18030 bytes of a text in ASCII and common Chinese, which is what a two-byte GBK file holds. */
export function toGb18030(text: string): Uint8Array {
  const codes = twoByteCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = codes.get(character);
    if (code) bytes.push(...code);
    else if (character.charCodeAt(0) < 0x80) bytes.push(character.charCodeAt(0));
    else throw new Error(`${character} takes more than two bytes`);
  }
  return Uint8Array.from(bytes);
}

function twoByteCodes(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return codes;
}
