import type { signInPages as english } from '../en/sign-in-pages.ts';
import type { Translated } from '../translated.ts';

export const signInPages: Translated<typeof english> = {
  'page.otherLanguage': 'English',
  'page.foot': 'octroi : le poste d’octroi entre vos postes de travail et les assistants de code',
  'code.title': 'Connecter un assistant',
  'code.explained':
    'Votre assistant affiche un code de huit lettres. Vérifiez que c’est bien celui-ci, ou saisissez-le.',
  'code.label': 'Code',
  'code.warning': 'Ne continuez que si vous venez de lancer vous-même cette connexion, sur votre propre poste.',
  'code.continue': 'Continuer',
  'code.wrong':
    'Ce code n’est pas attendu. Un code vaut dix minutes ; recommencez dans votre assistant et prenez le nouveau.',
  'tooMany.title': 'Trop d’essais',
  'tooMany.explained': 'Trop de saisies erronées sont venues de votre adresse. Attendez dix minutes, puis réessayez.',
  'who.title': 'Qui êtes-vous ?',
  'who.provider': 'Continuer avec {provider}',
  'who.providerExplained': 'Vous vous connectez là où vous en avez l’habitude ; octroi ne voit pas votre mot de passe.',
  'who.name': 'Nom ou adresse électronique',
  'who.password': 'Mot de passe',
  'who.signIn': 'Se connecter',
  'who.passkey': 'Se connecter avec une clé d’accès',
  'who.wrong':
    'Le nom et le mot de passe ne correspondent pas, ou le compte est fermé. Après cinq échecs, un compte attend avant d’écouter à nouveau.',
  'who.passkeyFailed': 'La clé d’accès n’a pas fonctionné. Réessayez, ou utilisez votre mot de passe.',
  'who.noAccount': 'Pas encore de compte ? Demandez une invitation à un opérateur.',
  'approve.title': 'Connecter cet assistant ?',
  'approve.explained':
    'Il enverra au nom de {name}. Ce qu’il envoie est contrôlé, déclaré dans le registre et soumis aux règles de votre entreprise.',
  'approve.surface': 'Il se présente comme {surface}.',
  'approve.workspace': 'Dans quel espace de travail ?',
  'approve.only': 'Espace de travail : {workspace}',
  'approve.yes': 'Connecter',
  'approve.no': 'Refuser',
  'done.approved': 'L’assistant est connecté',
  'done.approvedExplained': 'Retournez-y : il continue de lui-même. Vous pouvez fermer cette page.',
  'done.denied': 'La connexion a été refusée',
  'done.deniedExplained':
    'Rien n’a été connecté. Si vous n’avez pas lancé cette connexion, prévenez votre équipe de sécurité.',
  'over.title': 'Cette connexion est terminée',
  'over.explained': 'Elle a pris trop de temps, ou a déjà été tranchée. Recommencez dans votre assistant.',
  'refused.title': 'Vous n’êtes pas connecté',
  'refused.again': 'Réessayer',
  'invite.title': 'Votre compte',
  'invite.explained': 'Bienvenue, {name}. Choisissez comment vous vous connecterez.',
  'invite.passwordLabel': 'Un mot de passe de 15 caractères ou plus',
  'invite.passwordHint':
    'Quelques mots qui ne vont ensemble que pour vous se retiennent mieux que des signes et des chiffres.',
  'invite.repeatLabel': 'Le mot de passe, encore une fois',
  'invite.set': 'Enregistrer le mot de passe',
  'invite.passkey': 'Créer plutôt une clé d’accès',
  'invite.differ': 'Les deux mots de passe diffèrent.',
  'invite.doneTitle': 'Votre compte est prêt',
  'invite.done': 'Lancez maintenant la connexion dans votre assistant : dans Claude Code, tapez /login.',
  'invite.invalidTitle': 'Cette invitation ne sert plus',
  'invite.invalid': 'Elle a déjà servi, ou date de plus de sept jours. Demandez-en une autre à un opérateur.',
  'invite.passkeyFailed': 'Aucune clé d’accès n’a été créée. Réessayez, ou choisissez un mot de passe.',
};
