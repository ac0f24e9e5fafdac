import type { catalogueErrors as english } from '../../en/errors/catalogue.ts';
import type { Translated } from '../../translated.ts';

export const catalogueErrors: Translated<typeof english> = {
  catalogue_invalid: {
    text: 'Le catalogue n’est pas valable :{faults}',
    hint: 'Corrigez cela ; chaque valeur demande sa source, ses dates et une valeur que son critère connaît.',
  },
  catalogue_plan_unknown: {
    text: 'Le catalogue n’a pas d’offre {plan} chez {vendor}.',
    hint: 'Listez les offres avec : octroi catalogue show',
  },
  catalogue_file_not_signed: {
    text: 'Ce fichier n’est pas un catalogue signé.',
    hint: 'Signez-en un avec : octroi catalogue export --signing-key FICHIER',
  },
  catalogue_key_invalid: {
    text: 'Ce n’est pas une clé Ed25519.',
    hint: 'Les clés de signature sont des fichiers PEM (openssl genpkey -algorithm ed25519) ; les clés épinglées sont les 44 caractères qu’affiche l’export.',
  },
  catalogue_key_not_pinned: {
    text: 'Le catalogue est signé par une clé qui n’est pas épinglée ({keys}).',
    hint: 'Si vous lui faites confiance, ajoutez la clé publique à `catalogue.keys` ; sinon, demandez d’où vient le fichier.',
  },
  catalogue_signature_invalid: {
    text: 'La signature du catalogue est fausse ({keys}) : le fichier a été changé après signature.',
    hint: 'Reprenez-le là où il est publié. Rien n’a été pris.',
  },
  catalogue_not_newer: {
    text: 'Le catalogue {version} n’est pas plus récent que {current}, qui est en vigueur.',
    hint: 'Un catalogue plus ancien n’est jamais pris. Rien n’a changé.',
  },
  catalogue_not_approved: {
    text: 'Ce qui a été approuvé ({given}) n’est pas ce catalogue ({digest}).',
    hint: 'Lancez l’import sans --approve, lisez ce qu’il changerait, puis approuvez l’empreinte affichée.',
  },
};
