import type { vendorTexts as english } from '../../en/console/vendor.ts';
import type { Translated } from '../../translated.ts';
import { mirrorWords } from '../mirror-words.ts';

export const vendorTexts: Translated<typeof english> = {
  ...mirrorWords,
  'mirror.nothing': 'Rien, d’après les conditions connues.',
  'vendor.title': 'Chez le fournisseur',
  'vendor.lead':
    'Ce que les fournisseurs détiennent encore de ce qui est parti et jusqu’à quand, calculé d’après le registre, les conditions de ce jour-là et ce qui fut convenu.',
  'vendor.on': 'Au',
  'vendor.calendar': 'Ce qui y est encore',
  'vendor.untold': 'Ce que nul ne permet de savoir',
  'vendor.column.due': 'Disparaît après',
  'vendor.column.what': 'Quoi',
  'vendor.column.contract': 'Contrat',
  'vendor.column.labels': 'Étiquettes et volumes',
  'vendor.column.count': 'Nombre',
  'vendor.column.file': 'Fichier',
  'vendor.column.state': 'État',
  'vendor.column.uploaded': 'Déposé',
  'vendor.column.person': 'Par',
  'vendor.column.label': 'Étiquette',
  'vendor.column.bytes': 'Taille',
  'vendor.column.expires': 'Jusqu’au',
  'vendor.files': 'Fichiers',
  'vendor.filesSays':
    'Ce qui fut déposé par octroi, ou trouvé là-bas. Cela reste chez le fournisseur jusqu’à suppression.',
  'vendor.noFiles': 'Aucun fichier n’est connu chez un fournisseur',
  'vendor.held': 'présent',
  'vendor.deleted': 'supprimé',
  'vendor.gone': 'disparu',
  'vendor.delete': 'Supprimer',
  'vendor.deleteTitle': 'Supprimer ce fichier chez le fournisseur ?',
  'vendor.deleteSays': 'Le fournisseur est prié de supprimer {file} ; sa confirmation est inscrite.',
};
