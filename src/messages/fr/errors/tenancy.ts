import type { tenancyErrors as english } from '../../en/errors/tenancy.ts';
import type { Translated } from '../../translated.ts';

export const tenancyErrors: Translated<typeof english> = {
  tenancy_master_key_missing: {
    text: 'La clé maîtresse {file} manque, alors que la base contient des secrets scellés avec elle.',
    hint: 'Restaurez le fichier depuis votre sauvegarde, ou donnez la clé dans OCTROI_MASTER_KEY.',
  },
  tenancy_master_key_invalid: {
    text: 'La clé maîtresse dans {from} n’est pas formée de 32 octets en base64.',
    hint: 'Créez-en une avec `openssl rand -base64 32`.',
  },
  tenancy_master_key_exposed: {
    text: 'D’autres utilisateurs peuvent lire la clé maîtresse {file}.',
    hint: 'Lancez `chmod 600 {file}`.',
  },
  tenancy_unseal_failed: {
    text: 'Un secret conservé ne s’ouvre pas avec cette clé maîtresse.',
    hint: 'Utilisez la clé maîtresse avec laquelle cette base a été créée.',
  },
  tenancy_compliance_key_invalid: {
    text: 'Ce n’est pas une Compliance Access Key : les clés de l’Admin API n’atteignent aucun contenu.',
    hint: 'Créez-en une dans claude.ai, dans les réglages de l’organisation.',
  },
  tenancy_name_invalid: {
    text: 'Un nom compte de 1 à 120 caractères, sans caractère de contrôle.',
    hint: 'Choisissez un autre nom.',
  },
  tenancy_expiry_invalid: { text: 'Une clé dure de 1 à {max} jours.', hint: 'Par exemple : `--days 90`.' },
  tenancy_key_unknown: { text: 'Il n’y a pas de clé {keyId}.', hint: 'Copiez l’identifiant depuis `octroi key list`.' },
  tenancy_contract_active: { text: 'Le contrat {contractId} n’est pas arrêté.', hint: 'Rien n’a été modifié.' },
  tenancy_contract_unknown: {
    text: 'Il n’y a pas de contrat {contractId}.',
    hint: 'Copiez l’identifiant depuis `octroi contract list`.',
  },
  tenancy_contract_exists: {
    text: 'Il y a déjà un contrat nommé {name}.',
    hint: 'Donnez un autre nom à celui-ci avec `--name`.',
  },
  tenancy_upstream_invalid: {
    text: 'Ce n’est pas une adresse utilisable pour un contrat ({reason}).',
    hint: 'Écrivez https://hote ou, sur cette machine seulement, http://127.0.0.1:PORT ; sans utilisateur, requête ni fragment.',
  },
  tenancy_credential_consumer: {
    text: 'C’est le jeton d’une connexion personnelle claude.ai. Les conditions du fournisseur interdisent qu’un tiers le transporte.',
    hint: 'Utilisez une clé d’API de votre organisation (sk-ant-api…), créée dans la console du fournisseur.',
  },
  tenancy_credential_invalid: {
    text: 'Ce n’est pas un secret qui permet d’envoyer des messages.',
    hint: 'Utilisez une clé d’API de votre organisation (sk-ant-api…), sur l’entrée standard ou avec `--credential-file`.',
  },
  tenancy_organization_invalid: {
    text: 'Ce n’est pas un identifiant d’organisation.',
    hint: 'Copiez-le depuis la console du fournisseur, par exemple 3fa85f64-5717-4562-b3fc-2c963f66afa6.',
  },
  tenancy_person_unknown: {
    text: 'Personne de ce nom, de ce pseudonyme ou de cet identifiant n’est connu ici.',
    hint: 'Prenez le pseudonyme dans `octroi person list`.',
  },
  tenancy_account_missing: {
    text: '{person} n’a pas de compte : seules ses clés lui donnent accès.',
    hint: 'Révoquez ses clés : `octroi key list` les montre.',
  },
  tenancy_role_unknown: {
    text: 'octroi ne connaît pas de rôle {role}, et les noms en octroi- lui sont réservés.',
    hint: 'Ses rôles sont {roles} ; donnez un autre nom au vôtre.',
  },
  tenancy_role_invalid: {
    text: 'Un rôle compte de 1 à 32 lettres minuscules, chiffres et traits d’union ; ceci n’en est pas un : {role}.',
    hint: 'Par exemple : lead.',
  },
  tenancy_role_not_held: {
    text: '{person} n’a pas le rôle {role}.',
    hint: '`octroi person list` montre qui a quel rôle.',
  },
  tenancy_role_provided: {
    text: 'Un groupe du fournisseur d’identité donne à {person} le rôle {role}.',
    hint: 'Retirez la personne de ce groupe chez lui : le rôle s’en va à la prochaine connexion ou au prochain renouvellement.',
  },
  tenancy_password_weak: {
    text: 'Un mot de passe compte de {min} à {max} caractères.',
    hint: 'Prenez quelques mots que vous seul rapprocheriez.',
  },
  tenancy_passkey_refused: {
    text: 'Cette clé d’accès n’a pas été acceptée.',
    hint: 'Créez-la à nouveau sur la page de l’invitation.',
  },
  tenancy_invite_invalid: {
    text: 'Cette invitation a déjà servi, ou date de plus de sept jours.',
    hint: 'Un opérateur en crée une autre avec `octroi person invite`.',
  },
  tenancy_group_rule_invalid: {
    text: 'Un groupe s’attribue sous la forme GROUPE=CIBLE ; ceci n’en est pas : {rule}.',
    hint: 'Corrigez `signIn.workspaces` ou `signIn.roles` dans les réglages.',
  },
  tenancy_provider_unavailable: {
    text: 'Le fournisseur d’identité ne répond pas, ou pas comme il devrait.',
    hint: 'Réessayez. Si cela dure, un opérateur vérifie `signIn.issuer` et que la passerelle l’atteint.',
  },
  tenancy_provider_refused: {
    text: 'La réponse du fournisseur d’identité n’a pas été acceptée ({reason}).',
    hint: 'Recommencez. Si cela dure, un opérateur vérifie l’inscription du client chez le fournisseur.',
  },
  tenancy_identity_nameless: {
    text: 'Le fournisseur d’identité n’a pas dit qui vous êtes : l’attribut {claim} manque ou n’est pas vérifié.',
    hint: 'Un opérateur règle `signIn.nameClaim`, ou fait envoyer cet attribut par le fournisseur.',
  },
  tenancy_person_unplaced: {
    text: 'Vous êtes connu, mais aucun de vos groupes ne travaille dans un espace d’ici.',
    hint: 'Demandez un groupe qui le fait ; un opérateur attribue les groupes dans `signIn.workspaces`.',
  },
  tenancy_person_disabled: { text: 'Votre accès à octroi est fermé.', hint: 'Adressez-vous à un opérateur.' },
};
