import type { KeywordDetector } from '../../detector.ts';

/** The words from which a wallet's keys are made again: 12 to 24 of them behind a name that says so. */
export const recoveryPhrase: KeywordDetector = {
  id: 'recovery-phrase',
  kind: 'recovery_phrase',
  class: 'secret',
  rank: 3,
  source: { url: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki' },
  keywords: ['mnemonic', 'seed phrase', 'seed_phrase', 'seedphrase', 'recovery phrase', 'phrase de recuperation'],
  find: (text, _, end) => {
    phrase.lastIndex = end;
    const found = phrase.exec(text);
    const span = found?.indices?.[1];
    return span && isDrawn(found[1] ?? '') ? { start: span[0], end: span[1] } : undefined;
  },
  examples: {
    catches: () => [
      `MNEMONIC="«${drawn(12)}»"`,
      `Seed phrase: «${drawn(24)}»\n`,
      `phrase de récupération : «${drawn(12)}»`,
      `const mnemonic = '«${drawn(15)}»';`,
    ],
    spares: () => [
      `mnemonic: ${'test '.repeat(11)}junk`,
      'The seed phrase is made of twelve words that are drawn from a list known to all',
      'mnemonic = generateMnemonic(128)',
    ],
  },
};

// BIP 39's words have 3 to 8 letters; phrases have 12, 15, 18, 21 or 24 of them.
const word = '[a-z]{3,8}';
const phrase = new RegExp(
  String.raw`s?["'\])]{0,2}\s?(?::|=>?|is|est)\s?["'\`(]?((?:${word} ){11}${word}(?:(?: ${word}){3}){0,4})(?![ ]?[a-z])`,
  'dy',
);

// Sentences repeat their little words; of 2048 words drawn at random hardly one comes back.
function isDrawn(written: string): boolean {
  const words = written.split(' ');
  return (
    new Set(words).size >= words.length - 1 &&
    !/(?:^| )(?:the|and|are|that|with|for|from|les|des|une)(?: |$)/.test(written)
  );
}

// From the list's own beginning, in an order of our own.
function drawn(count: number): string {
  const some =
    'abandon vivid ladder oxygen basket drift helmet jungle marble nephew orbit pistol quarter ribbon saddle timber umbrella velvet walnut yellow zebra canyon dolphin ember';
  return some.split(' ').slice(0, count).join(' ');
}
