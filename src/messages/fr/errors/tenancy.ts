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
};
