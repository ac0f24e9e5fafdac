import type { consoleErrors as english } from '../../en/errors/console.ts';
import type { Translated } from '../../translated.ts';

export const consoleErrors: Translated<typeof english> = {
  console_not_signed_in: {
    text: 'Vous n’êtes pas connecté.',
    hint: 'Connectez-vous de nouveau ; `octroi console link` crée un lien qui le fait une fois.',
  },
  console_link_invalid: {
    text: 'Ce lien de connexion a déjà servi ou est trop ancien.',
    hint: 'Créez-en un nouveau avec `octroi console link`.',
  },
  console_sign_in_refused: {
    text: 'La connexion n’a pas abouti.',
    hint: 'Vérifiez le nom et le mot de passe. Après plusieurs échecs, un compte est bloqué quelques minutes.',
  },
  console_too_many_failures: {
    text: 'Trop d’échecs depuis cette adresse.',
    hint: 'Attendez dix minutes et réessayez.',
  },
  console_role_missing: {
    text: 'Vous êtes connu, mais rien ne vous est ouvert ici.',
    hint: 'Un exploitant vous donne un espace de travail, ou vous réadmet : `octroi person enable PERSON`.',
  },
  console_right_missing: {
    text: 'Votre rôle ne le permet pas (droit `{right}`).',
    hint: 'Adressez-vous à qui a ce droit, ou demandez un rôle à un opérateur : `octroi person grant`.',
  },
  console_person_required: {
    text: 'Une personne doit le faire, et un lien de connexion n’est à personne.',
    hint: 'Connectez-vous avec votre propre compte.',
  },
  console_provider_failed: {
    text: 'Le fournisseur d’identité ne vous a pas connecté.',
    hint: 'Recommencez. Si cela dure, un opérateur en trouve la raison dans le journal.',
  },
  console_person_unknown: { text: 'Cette personne n’existe pas ici.', hint: 'Rechargez la page.' },
  console_approval_unknown: { text: 'Cette demande n’existe pas.', hint: 'Rechargez la liste.' },
  console_approval_over: {
    text: 'Cette demande est déjà tranchée, ou date de plus d’un jour.',
    hint: 'Rechargez la liste ; refaites la demande si elle reste nécessaire.',
  },
  console_approval_own: {
    text: 'Qui demande ne peut pas confirmer.',
    hint: 'Une seconde personne ayant ce droit confirme dans la journée.',
  },
  console_approval_missing: {
    text: 'Personne ne l’a confirmé pour vous, ou il y a plus d’un jour.',
    hint: 'Faites la demande, et faites-la confirmer par une seconde personne.',
  },
  console_access_unconfirmed: {
    text: 'L’archive contient le nom derrière un pseudonyme et ce qui est inscrit en clair : il y faut deux personnes.',
    hint: 'Demandez qui c’est sur la page d’un de ses échanges, et faites confirmer par une seconde personne ; pendant un jour, toutes deux peuvent faire l’archive. Ou sur le serveur : octroi access-request',
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
  console_pack_busy: { text: 'Un dossier est déjà en cours.', hint: 'Attendez qu’il soit dans la liste.' },
  console_pack_unknown: {
    text: 'Ce dossier n’est pas gardé ici.',
    hint: 'Refaites-le ; ce qu’en dit le registre demeure.',
  },
  console_pack_link_over: {
    text: 'Ce lien vers un dossier a expiré, ou n’en est pas un.',
    hint: 'Demandez-en un autre à qui vous l’a donné.',
  },
  console_plan_other: {
    text: 'Ce qui serait effacé n’est plus ce que vous avez vu.',
    hint: 'Regardez à nouveau, et confirmez ce qui est alors montré.',
  },
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
