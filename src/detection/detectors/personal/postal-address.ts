import type { KeywordDetector } from '../../detector.ts';

const ways =
  'rue|avenue|av|boulevard|bd|blvd|place|chemin|impasse|allee|allée|route|quai|cours|square|passage|faubourg|sentier|ruelle|villa|hameau|lotissement|residence|résidence|esplanade|promenade|rond-point|voie|montee|montée|cite|cité|clos|mail|parvis|traverse|domaine|zone|za|zi|rte|ch|imp|all|pl';

/** French postal addresses: number, kind of way and name, with postal code and town where they follow. */
export const postalAddress: KeywordDetector = {
  id: 'postal-address-fr',
  kind: 'address',
  class: 'personal',
  rank: 3,
  source: { url: 'https://www.upu.int/UPU/media/upu/PostalEntitiesFiles/addressingUnit/fraEn.pdf' },
  keywords: [...new Set(ways.split('|'))].flatMap((way) => [` ${way} `, ` ${way}. `]),
  find: (text, start, end) => {
    const number = numberBefore(text, start);
    if (number === -1) return undefined;
    const way = /^[a-zà-ÿ-]+/i.exec(text.slice(start + 1, end))?.[0].toLowerCase() ?? '';
    street.lastIndex = end;
    const name = street.exec(text);
    if (!name) return undefined;
    const town = townAfter(text, street.lastIndex);
    if (!town && !isPlainlyStreet(way, name[0])) return undefined;
    return { start: number, end: town ?? endOfStreet(name[0], street.lastIndex) };
  },
  examples: {
    catches: () => [
      'Adresse : «12 rue de la République, 69002 Lyon»',
      '"address": "«4 bis avenue Jean Jaurès 31000 Toulouse»"',
      'habite au «27, boulevard Voltaire, 75011 Paris».',
      'livrer «8 impasse des Lilas» demain',
    ],
    spares: () => [
      '2 places',
      'on 3 place of it',
      'value = 12 rue',
      'la 2 route : "/api"',
      'first in 1 passage of the loop',
    ],
  },
};

const numberEnd = /(?:^|[^\w.,/-])(\d{1,4}(?: ?(?:bis|ter|quater|[A-D])(?=[ ,]|$))?(?: ?[-/] ?\d{1,4})?),?$/i;

function numberBefore(text: string, at: number): number {
  const last = text.charCodeAt(at - 1);
  const isLikely =
    (last >= 0x30 && last <= 0x39) ||
    last === 0x2c ||
    (last | 0x20) === 0x73 ||
    (last | 0x20) === 0x72 ||
    (last >= 0x41 && last <= 0x44);
  if (!isLikely) return -1;
  const before = text.slice(Math.max(0, at - 16), at);
  const found = numberEnd.exec(before);
  return found?.[1] ? at - before.length + found.index + found[0].indexOf(found[1]) : -1;
}

// Words of the name: capitalised, or the little words and saints between; or all in capitals or small letters.
const small = String.raw`(?:de|du|des|la|le|les|et|à|au|aux|en|sur|sous|saint|sainte|st|ste)(?=[ -])`;
const capital = String.raw`(?:[dlDL]['’])?[A-ZÀ-Ý0-9][\wà-ÿÀ-Ý'’.-]{0,30}`;
const street = new RegExp(
  `(?:(?:${small})[ -]){0,4}${capital}(?:[ -](?:${small}|${capital})){0,6}|(?:(?:${small})[ -]){1,3}(?:[dl]['’])?[a-zà-ÿ][a-zà-ÿ'’-]{2,20}(?:[ -][a-zà-ÿ][a-zà-ÿ'’-]{1,20}){0,3}`,
  'y',
);
const town =
  /(?:,? ?(?:\\n|\n)\s{0,20}|[ ,;–-]{1,4}|<br ?\/?>)(?:(?:bat|bât|batiment|bâtiment|apt|appt|appartement|esc|escalier|etage|étage|bp|cs|lieu-dit)\.? ?[\w°-]{1,12}[ ,\n-]{1,3}){0,2}(?:F-?)?((?:0[1-9]|[1-8]\d|9[0-8])(?:\d{3}| \d{3})|2[AB]\d{3})[ ,-]{1,3}(?:[A-ZÀ-Ýa-z][\wà-ÿÀ-Ý'’]{1,24}(?:[ -][A-ZÀ-Ý\d][\wà-ÿÀ-Ý'’]{0,24}|[ -](?:sur|sous|le|la|les|en|de|du|des|d['’]|lès|et|aux)(?=[ -])){0,6}(?: ?cedex(?: \d{1,2})?)?)/iy;

function townAfter(text: string, from: number): number | undefined {
  for (let back = 0; back <= 14; back += 1) {
    town.lastIndex = from - back;
    if (town.test(text)) return town.lastIndex;
    // The name of the way may have swallowed the postal code and the town, which are capitalised as well.
  }
  return swallowed(text, from);
}

function swallowed(text: string, to: number): number | undefined {
  const whole = text.slice(Math.max(0, to - 80), to);
  const before = whole.replace(/[ .,'’-]+$/, '');
  const end = to - (whole.length - before.length);
  return /[ ,](?:0[1-9]|[1-8]\d|9[0-8])\d{3} [A-ZÀ-Ý][\wà-ÿÀ-Ý'’ -]+$/.test(before) ? end : undefined;
}

function endOfStreet(name: string, end: number): number {
  return end - (name.length - name.replace(/[ .,'’-]+$/, '').length);
}

// Without a town: ways that are nothing else, and a name behind them that is one.
function isPlainlyStreet(way: string, name: string): boolean {
  if (!/^(?:rue|avenue|boulevard|impasse|chemin|all[ée]e|bd|quai|faubourg)$/.test(way)) return false;
  return /[A-ZÀ-Ý]/.test(name) || (/^(?:rue|impasse|chemin|all[ée]e)$/.test(way) && /^(?:de|du|des|d['’])/.test(name));
}
