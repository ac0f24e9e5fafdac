import type { KeywordDetector } from '../../detector.ts';
import { foldText } from '../../engine/fold.ts';
import type { Span } from '../../finding.ts';
import { lineEnd, lineStart } from '../../reading/lines.ts';
import { readName } from '../../reading/read-name.ts';
import { wordsOf } from '../../reading/secret-name.ts';
import { cellsUnder, valuesUnder } from '../../reading/table-cells.ts';

/** Names of persons, only where something says that one stands there: a column, a key, `Nom :`, `Author:` in a git log. */
export const personName: KeywordDetector = {
  id: 'person-name',
  kind: 'person_name',
  class: 'personal',
  rank: 2,
  source: { url: 'https://www.cnil.fr/fr/definition/donnee-personnelle' },
  keywords: [
    'prenom',
    'nom',
    'firstname',
    'first_name',
    'first name',
    'first-name',
    'lastname',
    'last_name',
    'last name',
    'last-name',
    'surname',
    'givenname',
    'given_name',
    'family_name',
    'familyname',
    'fullname',
    'full_name',
    'full name',
    'author: ',
    'vorname',
    'nachname',
    'patient',
    'titulaire',
    'beneficiaire',
    'apellido',
    'cognome',
    'insert into',
    'm. ',
    'mme ',
    'monsieur ',
    'madame ',
    'from: ',
    'to: ',
    'cc: ',
    'bcc: ',
    'reply-to: ',
    'de : ',
    'de: ',
    'a : ',
    'cc : ',
    'cci : ',
    '"from"',
    '"to"',
    '"cc"',
    'von: ',
    'expediteur',
    'destinataire',
  ],
  find: (text, start, end) => {
    const keyword = foldText(text.slice(start, end));
    if (mailHeader.test(keyword)) return correspondents(text, start);
    if (keyword === 'author: ') return authorOfCommit(text, start, end);
    if (keyword === 'insert into')
      return valuesUnder(text, start, columnsAt(text, start)).filter((cell) =>
        isName(text.slice(cell.start, cell.end)),
      );
    if (/^(?:m\.|mme|monsieur|madame) $/.test(keyword)) return titled(text, start, end);
    return labelled(text, start, end);
  },
  examples: {
    catches: () => [
      '{"first_name": "«Claire»", "last_name": "«Martin»"}',
      'Nom : «DUPONT»\nPrénom : «Jean-Marc»',
      'nom;prenom;ville\n«Lefèvre»;«Anaïs»;Lyon\n',
      `commit ${'a1b2c3d4e5'.repeat(4)}\nAuthor: «Claire Martin» <x@y.z>`,
      'From: «Claire Martin» <claire.martin@acme-sud.fr>'.replace('claire.martin@acme-sud.fr', 'x@y'),
      '{"from": "«Claire Martin» <x@y>"}',
      'De : «Claire Martin» <x@y>\nÀ : "«Luc Moreau»" <z@y>, «Anne Petit» <w@y>\n',
      "INSERT INTO client (id, nom, prenom) VALUES (1, '«Moreau»', '«Luc»');",
    ],
    spares: () => [
      'first_name: string',
      '"lastName": "Last name"',
      'const nom = getNom();',
      'nom: requis',
      '"author": "Claire Martin"',
      'economie, nomade',
      `From ${'a1b2'.repeat(10)} Mon Sep 17 00:00:00 2001\nFrom: Claire Martin <x@y>\nSubject: [PATCH] x\n`,
      'From: Support Acme',
      'nom;siren;ville\nACME;732829320;Lyon\nDurand;552081317;Paris\n'.replace(/\d{9}/g, '1'),
      'nom;prix\nTournevis;3\n',
      'export type FullName = Identifier;',
    ],
  },
};

const column =
  /^(?:"?(?:pre)?nom(?:s|_.*|[ -](?:de famille|complet|d.usage|de naissance).*)?|(?:first|last|given|family|full|sur|middle|maiden)[ _-]?name.*|.*_(?:first|last|given|family|full)_?name|.*_(?:pre)?nom|nom_?prenom|vorname|nachname|apellidos?|cognome|patient|titulaire|beneficiaire|employe|salarie|client_nom|nom_client|contact_name|customer_name)"?$/;

// A column `nom` beside a price or a city names companies and things as well: something of a person has to stand beside it.
const columnOfPersons = new RegExp(`^(?!"?noms?"?$)${column.source.slice(1)}`);
const ofPerson =
  /prenom|naissance|naiss|\bnee?\b|civilite|sexe|genre|\bage\b|mail|courriel|\btel|phone|portable|mobile|\bnir\b|secu|salaire|iban|adresse|poste|fonction|matricule|first|birth|gender/;

function columnsAt(text: string, start: number): RegExp {
  const lineAt = lineStart(text, start);
  const head = foldText(text.slice(lineAt, Math.min(lineEnd(text, start), lineAt + 1_000)));
  return ofPerson.test(head) ? column : columnOfPersons;
}

const labelWords = new Set(
  'nom prenom prenoms firstname lastname surname givenname familyname fullname vorname nachname patient titulaire beneficiaire apellido apellidos cognome'.split(
    ' ',
  ),
);

// serviceFullName, tableFullName: things have full names too.
const nameOfThing =
  /^(?:service|product|project|repo|repository|package|file|class|type|module|app|application|table|column|method|domain|event|model|qualified|org|organization|company|branch|image|resource|api)$/;

function isLabel(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (last === 'name')
    return (
      /^(?:first|last|given|family|full|middle|maiden|birth|legal|patient|holder|owner)$/.test(before) &&
      !nameOfThing.test(words.at(-3) ?? '')
    );
  if (/^(?:famille|naissance|usage|complet|marital)$/.test(last)) return words.includes('nom');
  if (/^(?:client|patient|salarie|employe|contact|titulaire|assure|usager)$/.test(last))
    return words.includes('nom') || words.includes('prenom');
  return labelWords.has(last);
}

const joint =
  /(?: (?:de famille|de naissance|d['’]usage|complet|et prénom|\(s\)))?["']?\s{0,3}(?::|=>?|>)\s{0,3}["']?/iy;

function labelled(text: string, start: number, end: number): Span | readonly Span[] | undefined {
  const name = readName(text, start, end);
  if (!name || (name.start < start && !/[_.A-Z-]/.test(text.charAt(start - 1) + text.charAt(start)))) return undefined;
  if (!isLabel(text.slice(name.start, name.end))) return undefined;
  joint.lastIndex = name.end;
  if (joint.test(text)) return toldName(text, joint.lastIndex);
  return cellsUnder(text, start, columnsAt(text, start)).filter((cell) => isName(text.slice(cell.start, cell.end)));
}

// `FullName = Identifier`: one capitalised word behind a sign with spaces is a type.
function toldName(text: string, at: number): Span | undefined {
  const isQuoted = /["'>]/.test(text.charAt(at - 1));
  const found = nameAt(text, at, isQuoted);
  const isAssigned = !isQuoted && /=>? $/.test(text.slice(at - 3, at));
  return found && isAssigned && /^\p{Lu}\p{Ll}+$/u.test(text.slice(found.start, found.end)) ? undefined : found;
}

const mailHeader = /^(?:from|to|b?cc|reply-to|de|a|cci|von) ?: $|^"|^(?:expediteur|destinataire)$/;
const header =
  /(?:From|To|B?Cc|CC|Reply-To|De|À|A|Cci|Exp[ée]diteur|Destinataires?|Von)\s?:\s|"(?:from|to|cc)"\s?:\s?(?=")/y;
const correspondent = /\s{0,2}"?([\p{L}][\p{L}'’. -]{2,60}?)"?\s?<[^\s<>@]{1,80}@[^\s<>]{1,120}>[,;]?/duy;

// From: Name <mail>, and all to whom: as in a mail that somebody pastes. Not the head of a patch, which its author published.
function correspondents(text: string, start: number): readonly Span[] {
  const lineAt = lineStart(text, start);
  if (text.charAt(start) !== '"' && !/^[> ]{0,4}$/.test(text.slice(lineAt, start))) return [];
  header.lastIndex = start;
  if (
    !header.test(text) ||
    /(?:^|\n)From [0-9a-f]{40} [^\n]{1,60}\n[^]{0,200}$/.test(text.slice(Math.max(0, lineAt - 320), lineAt))
  )
    return [];
  const spans: Span[] = [];
  for (correspondent.lastIndex = header.lastIndex; spans.length < 50; ) {
    const span = correspondent.exec(text)?.indices?.[1];
    if (!span) break;
    if (isName(text.slice(span[0], span[1]))) spans.push({ start: span[0], end: span[1] });
  }
  return spans;
}

const names =
  /\p{Lu}[\p{L}'’.-]{1,30}(?:[ ](?:(?:de|du|van|von|le|la|el|ben|da|di|d['’])[ ]?)?\p{Lu}[\p{L}'’.-]{0,30}){0,3}/uy;

function nameAt(text: string, at: number, isQuoted: boolean): Span | undefined {
  names.lastIndex = at;
  if (!names.test(text)) return undefined;
  const end = names.lastIndex;
  const next = text.slice(end, end + 2);
  const isWhole = isQuoted ? /^["'<\\]/.test(next) : /^(?:$|[\r\n,;|<]| [<(|]|\\n|\.(?:\s|$)| $)/.test(next);
  return isWhole && isName(text.slice(at, end)) ? { start: at, end } : undefined;
}

const noNames =
  /^(?:first|last|full|given|family|your|the|name|nom|prenom|prénom|string|null|none|undefined|true|false|required|optional|unknown|n\/a|text|test|user|admin|john|jane|doe|foo|bar|example|surname|firstname|lastname|champ|requis|obligatoire|select|value|label|date|number|object|array|boolean|varchar|integer|vorname|nachname|serveur|server|services?|systems?|manager|network|analyzer|storage|cloud|api|web|aws|amazon|google|microsoft|azure|site|agence|projet|project|salle|poste|client|equipe|équipe)$/i;

function isName(written: string): boolean {
  if (written.length < 2 || written.length > 60 || !/^\p{Lu}[\p{L}'’. -]+$/u.test(written)) return false;
  if (/\.\p{Lu}/u.test(written) || /(?<!\b(?:Mc|Mac|De|Di|Da|Le|La|Du|Fitz|O['’]))\p{Ll}\p{Lu}/u.test(written))
    return false;
  if (/[ -]\p{Lu}$/u.test(written)) return false;
  return !written.split(/[ -]/).some((word) => noNames.test(word)) && !/^(?:String|Text|Int|Bool)[A-Z]?/.test(written);
}

function authorOfCommit(text: string, start: number, end: number): Span | undefined {
  if (!/commit [0-9a-f]{7,40}[^\n]{0,80}\n(?:Merge: [^\n]{1,60}\n)?$/.test(text.slice(Math.max(0, start - 160), start)))
    return undefined;
  return nameAt(text, end, false);
}

// M. Dupont, Mme Claire Martin: a title and a capitalised name. Titles are abbreviations in code too, so two conditions.
const title = /(?:^|[\s"'(>])$/;

// An initial (`by M. Peylo`) looks like the French abbreviation of Monsieur: that one follows a French word or begins a line.
const french = /(?:^|\n|\b(?:de|à|par|pour|chez|avec|et|que|cher|bonjour|client|patient|contact|ou|entre)\s|[:(]\s?)$/i;

function titled(text: string, start: number, end: number): Span | undefined {
  const isInitial = text.charAt(start + 1) === '.';
  const beginsLine = start === 0 || text.charAt(start - 1) === '\n';
  if (isInitial && !french.test(text.slice(Math.max(0, start - 12), start))) return undefined;
  if (!title.test(text.charAt(start - 1)) || !/[MA-Z]/.test(text.charAt(start))) return undefined;
  names.lastIndex = end;
  if (!names.test(text)) return undefined;
  const span = { start: end, end: end + text.slice(end, names.lastIndex).replace(/[.'’-]+$/, '').length };
  const name = text.slice(span.start, span.end);
  // A list marked A. to Z. begins lines as well: there a first name, or capitals, must show that a person is meant.
  if (isInitial && beginsLine && !/ /.test(name) && name !== name.toUpperCase()) return undefined;
  return isName(name) && name.length >= 3 ? span : undefined;
}
