import type { retentionVendorErrors as english } from '../../en/errors/retention-vendor.ts';
import type { Translated } from '../../translated.ts';

export const retentionVendorErrors: Translated<typeof english> = {
  retention_file_unknown: {
    text: 'L’inventaire n’a pas de fichier {file}.',
    hint: 'Copiez l’identifiant depuis `octroi files list`.',
  },
  retention_vendor_unreachable: {
    text: 'Le fournisseur n’a pas répondu ({what}).',
    hint: 'Vérifiez l’accès, puis recommencez : rien n’a été consigné comme supprimé.',
  },
  retention_vendor_refused: {
    text: 'Le fournisseur a refusé {what} avec le statut {status}.',
    hint: 'Vérifiez ce que permet la clé du contrat.',
  },
  retention_vendor_unreadable: {
    text: 'La réponse du fournisseur à {what} n’est pas celle que décrit sa documentation.',
    hint: 'Rien n’a été consigné comme supprimé. Cherchez une version plus récente d’octroi.',
  },
};
