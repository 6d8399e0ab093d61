// Values that somebody sends who wishes no good, for every kind of field: what no codec holds, what no store takes, what a terminal or a
// header would obey.

/** By what they are; as bytes, since some are no text. */
export const hostileTexts: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(
    Object.entries({
      empty: '',
      blank: ' ',
      blanks: ' \t\u00a0\u3000 ',
      'U+0000': 'a\u0000b',
      'CR LF': 'text/plain\r\nx-injected: yes',
      'escape sequence': '\u001b[2J\u001b]0;owned\u0007',
      'C1 control': 'a\u009b31mb',
      'right-to-left override': 'gnp\u202excod.exe',
      'unclosed isolate': '\u2066admin',
      'zero width': 'ad\u200bmin',
      'byte order mark': '\ufeffadmin',
      'line separator': 'a\u2028b',
      noncharacter: '\u{10ffff}\uffff',
      emoji: '👩‍👩‍👧‍👦',
      'combining marks': `a${'\u0301'.repeat(60)}`,
      path: '../../etc/passwd',
      statement: "'; DROP TABLE items; --",
      prototype: '__proto__',
      format: '%s%n {{y}} &lt;',
      slash: 'app/other',
      colons: 'd:::',
      'of 65 characters': 'x'.repeat(65),
      'of 40,000 characters': 'x'.repeat(40_000),
      script: 'javascript:alert(1)',
      file: 'file:///etc/passwd',
    }).map(([what, text]) => [what, new TextEncoder().encode(text)]),
  ),
  'lone surrogate': Uint8Array.of(0x61, 0xed, 0xa0, 0x80, 0x62),
  overlong: Uint8Array.of(0xc0, 0x80),
  'no UTF-8': Uint8Array.of(0xff, 0xfe),
  'cut short': Uint8Array.of(0x61, 0xe2, 0x82),
}

/** The borders of every codec on the way: protobuf, Avro, doubles, PostgreSQL. */
export const hostileNumbers: readonly bigint[] = [
  0n,
  1n,
  ...[31n, 32n, 53n, 63n, 64n].flatMap((bits) => [2n ** bits - 2n, 2n ** bits - 1n, ...(bits < 64n ? [2n ** bits] : [])]),
]

export const hostileBytes: Readonly<Record<string, Uint8Array>> = {
  empty: new Uint8Array(0),
  zeros: new Uint8Array(64),
  ones: new Uint8Array(64).fill(0xff),
  'of 70,000 bytes': new Uint8Array(70_000).fill(0x61),
}
