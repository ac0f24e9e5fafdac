import type { siemErrors as english } from '../../en/errors/siem.ts';
import type { Translated } from '../../translated.ts';

export const siemErrors: Translated<typeof english> = {
  siem_file_unwritable: {
    text: 'Les événements ne peuvent être écrits dans {path} ({code}).',
    hint: 'Vérifiez que son dossier existe, qu’octroi peut y écrire et que le disque a de la place.',
  },
  siem_unreachable: {
    text: 'Le récepteur {address} est injoignable ({code}).',
    hint: 'Vérifiez l’adresse, et qu’un pare-feu laisse passer octroi. Les événements attendent.',
  },
  siem_timed_out: {
    text: 'Le récepteur {address} n’a pas pris un lot à temps.',
    hint: 'Voyez s’il est surchargé ; pour syslog, s’il ferme une connexion que nous avons fermée. Augmentez siem.waitMs s’il est lent.',
  },
  siem_broke_off: {
    text: 'Le récepteur {address} a coupé ({code}).',
    hint: 'Voyez son propre journal. Le lot est renvoyé.',
  },
  siem_certificate_refused: {
    text: 'La connexion avec {address} a échoué à cause d’un certificat ({code}).',
    hint: 'Nommez les certificats racine dans siem.caFile et, si le récepteur demande le nôtre, siem.certificateFile et siem.keyFile.',
  },
  siem_refused: {
    text: 'Le récepteur {address} a refusé un lot (HTTP {status}).',
    hint: 'Pour 401 ou 403, vérifiez siem.otlpHeadersFile ; pour 404, le chemin (/v1/logs). Le lot est renvoyé.',
  },
  siem_address_invalid: {
    text: '{address} n’est pas l’adresse d’un récepteur.',
    hint: 'Écrivez tls://HÔTE:6514 ou tcp://HÔTE:601 pour syslog, https://HÔTE:4318/v1/logs pour OpenTelemetry.',
  },
  siem_headers_invalid: {
    text: 'La ligne {line} de {file} n’est pas un en-tête.',
    hint: 'Écrivez un en-tête par ligne : NOM: VALEUR.',
  },
  siem_pem_invalid: {
    text: '{file} ne contient pas ce qu’il faut, en PEM ({code}).',
    hint: 'Vérifiez que ces fichiers sont des certificats et la clé du certificat, non chiffrée.',
  },
};
