import type { signInTexts as english } from '../../en/console/sign-in.ts';
import type { Translated } from '../../translated.ts';

export const signInTexts: Translated<typeof english> = {
  'signIn.title': 'Connexion',
  'signIn.working': 'Vérification du lien de connexion…',
  'signIn.how':
    'octroi n’a pas encore de mots de passe : un lien vous connecte, une seule fois. Sur le serveur, lancez',
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
    'Une session dure douze heures. Créez un lien de connexion sur le serveur avec la commande ci-dessous et ouvrez-le dans ce navigateur : cette page reprendra où elle en était.',
};
