import type { consoleErrors as english } from '../../en/errors/console.ts';
import type { Translated } from '../../translated.ts';

export const consoleErrors: Translated<typeof english> = {
  console_not_signed_in: {
    text: 'Vous n’êtes pas connecté.',
    hint: 'Ouvrez le lien de connexion qu’affiche `octroi up` ; `octroi console link` en crée un nouveau.',
  },
  console_link_invalid: {
    text: 'Ce lien de connexion a déjà servi ou est trop ancien.',
    hint: 'Créez-en un nouveau avec `octroi console link`.',
  },
  console_origin_refused: {
    text: 'Cette requête vient d’un autre site.',
    hint: 'Ouvrez la console elle-même et réessayez.',
  },
  console_host_unknown: {
    text: 'La console n’est pas connue sous ce nom.',
    hint: 'Ouvrez-la à l’adresse qu’affiche `octroi up`, ou ajoutez ce nom à `console.hosts`.',
  },
  console_input_invalid: { text: 'La saisie pour {at} n’est pas valable.', hint: 'Corrigez-la et réessayez.' },
  console_content_withheld: {
    text: 'Le contenu capturé n’est pas montré dans la console.',
    hint: 'Un exploitant le lit avec `octroi export --kind content_captured`, ou le prouve avec `octroi ledger proof`.',
  },
  console_path_unknown: { text: 'Il n’y a rien à cette adresse.', hint: 'Revenez à la page d’accueil.' },
  console_not_built: {
    text: 'La console n’a pas été construite.',
    hint: 'Démarrez octroi avec `npm start`, qui la construit.',
  },
  console_internal: {
    text: 'octroi a échoué sur cette requête.',
    hint: 'Réessayez ; un exploitant trouvera la panne dans le journal.',
  },
};
