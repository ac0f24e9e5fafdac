import type { Detector } from '../../detector.ts';
import { birthDate } from './birth-date.ts';
import { codiceFiscale } from './codice-fiscale.ts';
import { email } from './email.ts';
import { bsn, dni, nino, steuerId } from './european-numbers.ts';
import { nirNumber, nirWithoutKey, oldIdentityCard, rpps, siren, siret, taxNumber } from './french-numbers.ts';
import { iban } from './iban.ts';
import { bic, identityCard, labelledPlate, passport, plate } from './identity-documents.ts';
import { ipv4, ipv6, mac } from './network-addresses.ts';
import { paymentCard } from './payment-card.ts';
import { personName } from './person-name.ts';
import { frenchPhone, internationalPhone, labelledPhone } from './phone.ts';
import { postalAddress } from './postal-address.ts';
import { vatNumber } from './vat.ts';

/** What tells of a person: French and European first. */
export const personalData: readonly Detector[] = [
  nirNumber,
  nirWithoutKey,
  taxNumber,
  siren,
  siret,
  rpps,
  oldIdentityCard,
  dni,
  steuerId,
  bsn,
  nino,
  codiceFiscale,
  vatNumber,
  iban,
  bic,
  paymentCard,
  frenchPhone,
  internationalPhone,
  labelledPhone,
  email,
  ipv4,
  ipv6,
  mac,
  birthDate,
  postalAddress,
  personName,
  passport,
  identityCard,
  plate,
  labelledPlate,
];
