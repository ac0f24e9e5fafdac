import { values } from '../first/personal.ts';
import { Random } from '../random.ts';
import { type Sample, toSample } from '../sample.ts';

// Files of companies and of the state, logs, letters and code, each with several data of several kinds.

type Template = (r: Random) => string;
type Kind = keyof typeof values;

const x = (r: Random, kind: Kind) => `«${values[kind](r)}»`;
const compact = (r: Random, kind: Kind) => `«${values[kind](r).replace(/[ .-]/g, '')}»`;

const templates: readonly Template[] = [
  (r) =>
    `S21.G00.30.001,'${compact(r, 'nir')}'\nS21.G00.30.006,'«${r.digits(2).replace(/../, '07')}03${r.between(1950, 2003)}»'\n`,
  (r) => `<PmtInf><DbtrAcct><Id><IBAN>${compact(r, 'iban')}</IBAN></Id></DbtrAcct></PmtInf>\n`,
  (r) => `BEGIN:VCARD\nVERSION:3.0\nTEL;TYPE=CELL:${x(r, 'phone')}\nEMAIL;TYPE=INTERNET:${x(r, 'email')}\nEND:VCARD\n`,
  (r) =>
    `matricule;nir;iban;courriel\n10231;${x(r, 'nir')};${x(r, 'iban')};${x(r, 'email')}\n10232;${x(r, 'nir')};${x(r, 'iban')};${x(r, 'email')}\n`,
  (r) =>
    `INSERT INTO client (id, email, tel, date_naissance) VALUES\n(1, '${x(r, 'email')}', '${x(r, 'phone')}', '${x(r, 'birth')}'),\n(2, '${x(r, 'email')}', '${x(r, 'phone')}', '${x(r, 'birth')}');\n`,
  (r) => `${x(r, 'ip')} - - [14/Mar/2026:10:22:01 +0100] "GET /panier HTTP/1.1" 200 512 "-" "Mozilla/5.0"\n`,
  (r) => `Mar 14 10:22:01 gw sshd[4121]: Failed password for invalid user test from ${x(r, 'ip')} port 52144 ssh2\n`,
  (r) =>
    `{"ts":"2026-03-14T10:22:01Z","event":"order.created","customer":{"email":"${x(r, 'email')}","phone":"${x(r, 'phone')}","ip":"${x(r, 'ip')}"}}\n`,
  (r) =>
    `Madame, Monsieur,\nVeuillez trouver mon RIB : ${x(r, 'iban')}.\nVous pouvez me joindre au ${x(r, 'phone')} ou à ${x(r, 'email')}.\n`,
  (r) =>
    `L'assuré, né le ${x(r, 'birth')}, immatriculé à la sécurité sociale sous le numéro ${x(r, 'nir')}, demeurant ${x(r, 'address')}.\n`,
  (r) => `SAS au capital de 10 000 € – SIREN ${x(r, 'siren')} – SIRET ${x(r, 'siret')} – TVA ${x(r, 'vat')}\n`,
  (r) =>
    `<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${compact(r, 'vat')}</ram:ID></ram:SpecifiedTaxRegistration>\n`,
  (r) =>
    `"patient": {"nir": "${compact(r, 'nir')}", "birthDate": "«${r.between(1940, 2004)}-0${r.between(1, 9)}-1${r.between(0, 9)}»", "medecin_rpps": "${x(r, 'rpps')}"}\n`,
  (r) => `def test_client():\n    c = Client(email="${x(r, 'email')}", tel="${x(r, 'phone')}")\n    assert c.ok\n`,
  (r) => `UPDATE abonne SET adresse = '${x(r, 'address').replace(/'/g, ' ')}' WHERE id = 4;\n`,
  (r) => `Paiement refusé carte ${x(r, 'card')} exp 09/27 montant 42,00 EUR\n`,
  (r) => `card_number,expiry,amount\n${compact(r, 'card')},09/27,42.00\n${compact(r, 'card')},11/28,13.50\n`,
  (r) => `Véhicule immatriculé ${x(r, 'plate')}, stationné au ${x(r, 'address')}.\n`,
  (r) => `Avis d'imposition 2026\nNuméro fiscal : ${x(r, 'tax')}\nRéférence de l'avis : 26 75 1234567 89\n`,
  (r) => `Passeport n° ${x(r, 'passport')} délivré le 03/02/2021\n`,
  (r) => `titular: DNI ${x(r, 'dni')}, IBAN ${x(r, 'iban')}\n`,
  (r) => `arp -a\n? (10.0.0.4) at ${x(r, 'mac')} on en0 ifscope [ethernet]\n`,
  (r) => `DHCPACK on 10.0.0.41 to ${x(r, 'mac')} (portable-claire) via eth0\n`,
  (r) => `  inet6 ${x(r, 'ipv6')}/64 scope global dynamic\n`,
  (r) =>
    `From: Service client <contact@corp.example>\nTo: ${x(r, 'email')}\nCc: ${x(r, 'email')}\nSubject: votre commande\n`,
  (r) =>
    `const users = [\n  { id: 1, mail: '${x(r, 'email')}', dob: '${x(r, 'birth')}' },\n  { id: 2, mail: '${x(r, 'email')}', dob: '${x(r, 'birth')}' },\n];\n`,
  (r) => `Appeler M. le maire au ${x(r, 'phone')} (standard) ou ${x(r, 'phone')} (portable).\n`,
  (r) =>
    `<client><tel>${x(r, 'phone')}</tel><mail>${x(r, 'email')}</mail><adresse>${x(r, 'address')}</adresse></client>\n`,
  (r) => `Livraison\n${x(r, 'address').replace(/,? (\d{5}) /, '\n$1 ')}\nFrance\n`,
  (r) => `siret,raison_sociale,ville\n${compact(r, 'siret')},ACME SUD,LYON\n${compact(r, 'siret')},DUPRE,NANTES\n`,
  (r) => `WARN duplicate account for ${x(r, 'email')} (user_id=88231, last_ip=${x(r, 'ip')})\n`,
  (r) => `- Praticien : RPPS ${x(r, 'rpps')}, tél ${x(r, 'phone')}\n`,
];

/** Some 600 personal data in passages of a third hand. */
export function thirdPersonalSamples(seed: number): readonly Sample[] {
  const random = new Random(seed);
  return templates.flatMap((template, index) =>
    Array.from({ length: 10 }, (_, time) => toSample(`third-personal-${index}-${time}`, 'personal', template(random))),
  );
}
