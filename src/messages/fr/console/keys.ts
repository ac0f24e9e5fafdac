import type { keysTexts as english } from '../../en/console/keys.ts';
import type { Translated } from '../../translated.ts';

export const keysTexts: Translated<typeof english> = {
  'keys.title': 'Clés',
  'keys.lead':
    'Chaque clé représente une personne dans un espace. Claude Code la porte à la place de celle du fournisseur.',
  'keys.list': 'Clés, de la plus récente à la plus ancienne',
  'keys.make': 'Créer une clé',
  'keys.none': 'Il n’y a pas encore de clé',
  'keys.noneHow': 'Créez-en une, et donnez ses deux lignes à la personne à qui elle est destinée.',
  'keys.contractFirst':
    'Il n’y a pas encore de contrat : les requêtes seront refusées tant qu’aucun n’aura été ajouté sur le serveur avec :',
  'keys.key': 'Clé',
  'keys.person': 'Personne',
  'keys.workspace': 'Espace',
  'keys.state': 'État',
  'keys.createdAt': 'Créée',
  'keys.until': 'Jusqu’au',
  'keys.act': 'Révoquer',
  'keys.endsIn': 'oct_…{hint}',
  'keys.active': 'Active',
  'keys.expired': 'Expirée',
  'keys.revoked': 'Révoquée',
  'keys.revokedOn': 'Révoquée le',
  'keys.revoke': 'Révoquer',
  'keys.revokeWhat': 'Révoquer la clé {key} de {person}',

  'newKey.title': 'Créer une clé',
  'newKey.person': 'Personne',
  'newKey.personHow': 'Un nom ou une adresse. La console affiche un pseudonyme à la place.',
  'newKey.workspace': 'Espace',
  'newKey.workspaceHow': 'L’équipe ou le projet. Un nouveau nom crée un nouvel espace.',
  'newKey.language': 'Langue des messages pour cette personne',
  'newKey.days': 'Durée',
  'newKey.daysUnit': 'jours',
  'newKey.daysHow': 'De 1 à {max}.',
  'newKey.make': 'Créer la clé',
  'newKey.making': 'Création…',
  'newKey.cancel': 'Annuler',

  'madeKey.title': 'La clé de {person}',
  'madeKey.once': 'Elle n’est montrée que cette fois. octroi n’en garde qu’une empreinte.',
  'madeKey.facts': 'Dans {workspace}, jusqu’au {until}.',
  'madeKey.key': 'Clé',
  'madeKey.keyName': 'la clé',
  'madeKey.lines': 'Pour Claude Code, ces deux lignes sur le poste de la personne :',
  'madeKey.linesName': 'les deux lignes',
  'madeKey.close': 'Je l’ai conservée',

  'revoke.title': 'Révoquer cette clé ?',
  'revoke.explained':
    'La clé {key} de {person} dans {workspace} prend fin tout de suite et pour de bon. Une requête en cours peut se terminer ; la suivante sera refusée.',
  'revoke.confirm': 'Révoquer la clé',
  'revoke.confirming': 'Révocation…',
  'revoke.cancel': 'Garder la clé',
};
