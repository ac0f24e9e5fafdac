import type { endpointErrors as english } from '../../en/errors/endpoint.ts';
import type { Translated } from '../../translated.ts';

export const endpointErrors: Translated<typeof english> = {
  endpoint_root_unreadable: {
    text: '{root} n’est pas un dossier que l’on puisse examiner.',
    hint: 'Indiquez le dossier qui contient l’arborescence de la machine (etc et home, ou Users), ou omettez --root.',
  },
  endpoint_user_unknown: {
    text: 'Personne ne s’appelle {user} sur cette machine.',
    hint: 'Omettez --user pour voir tout le monde.',
  },
  endpoint_nobody: {
    text: 'Aucune personne n’a été trouvée dans cette arborescence : rien n’a pu être évalué.',
    hint: 'Vérifiez que --root contient etc/passwd ou des dossiers personnels.',
  },
};
