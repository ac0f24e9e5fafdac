import type { signInTexts as english } from '../../en/console/sign-in.ts';
import type { Translated } from '../../translated.ts';

export const signInTexts: Translated<typeof english> = {
  'signIn.title': 'Connexion',
  'signIn.working': 'Vérification du lien de connexion…',
  'signIn.name': 'Nom',
  'signIn.password': 'Mot de passe',
  'signIn.enter': 'Se connecter',
  'signIn.entering': 'Connexion…',
  'signIn.passkey': 'Se connecter avec une clé d’accès',
  'signIn.passkeyFailed': 'Aucune clé d’accès ne vous a connecté.',
  'signIn.passkeyHint': 'Réessayez, ou employez votre mot de passe.',
  'signIn.provider': 'Continuer avec {provider}',
  'signIn.account':
    'Le compte est celui qui connecte Claude Code. Un opérateur doit vous avoir donné un rôle pour la console.',
  'signIn.linkTitle': 'Par un lien, une fois',
  'signIn.how': 'Un opérateur du serveur entre sans compte. Sur le serveur, lancez',
  'signIn.command': 'la commande qui crée un lien',
  'signIn.then': 'puis ouvrez dans l’heure le lien affiché.',
  'signIn.usedTitle': 'Ce lien a déjà servi ou est trop ancien',
  'signIn.usedExplained':
    'Un lien de connexion ne sert qu’une fois, dans l’heure qui suit sa création. Sur le serveur, créez-en un autre avec',
  'signIn.awayTitle': 'octroi ne répond pas',
  'signIn.awayExplained': 'Le lien attend ici : réessayez quand octroi sera de retour.',
  'signIn.stillIn': 'Déjà connecté dans ce navigateur ?',
  'signIn.goOn': 'Voir les échanges',

  'signedOut.title': 'Vous êtes déconnecté',
  'signedOut.explained':
    'Une session dure douze heures. Une fois reconnecté dans ce navigateur, cette page reprendra où elle en était.',
  'signedOut.again': 'Se connecter',
  'signedOut.link': 'Ou créez un lien de connexion sur le serveur, et ouvrez-le dans ce navigateur :',
};
