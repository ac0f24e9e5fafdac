import type { retentionErrors as english } from '../../en/errors/retention.ts';
import type { Translated } from '../../translated.ts';

export const retentionErrors: Translated<typeof english> = {
  retention_held: {
    text: 'Rien n’a été effacé : un gel le retient ({holds}).',
    hint: 'Voyez octroi hold list ; levez d’abord le gel, si son motif a pris fin.',
  },
  retention_hold_unknown: {
    text: 'Il n’y a pas de gel {holdId}.',
    hint: 'Copiez l’identifiant depuis : octroi hold list',
  },
  retention_hold_released: { text: 'Le gel {holdId} a déjà pris fin.', hint: 'Voyez : octroi hold list' },
  retention_hold_ends_before: {
    text: 'Ce gel finirait ({until}) avant de commencer.',
    hint: 'Donnez à --until un jour à venir, ou omettez-le.',
  },
  retention_statement_invalid: {
    text: 'Un ordre demande un motif et quelqu’un qui le donne, chacun en une ligne de 500 caractères au plus.',
    hint: 'Donnez les deux avec --reason et --by.',
  },
  retention_class_unknown: {
    text: 'Il n’y a pas de classe {name}.',
    hint: 'Les classes et leurs noms sont montrés par : octroi retention status',
  },
  retention_conversation_unknown: {
    text: 'Rien n’est inscrit de la conversation {session}, ou elle est déjà supprimée.',
    hint: 'L’identifiant est celui de la session, tel qu’un échange le montre.',
  },
  retention_nothing_there: { text: 'Il n’y a rien à effacer.', hint: 'Regardez avec --dry-run.' },
  retention_plan_other: {
    text: 'Rien n’a été effacé : ce qui s’y trouve n’est pas ce que disait le plan confirmé.',
    hint: 'Regardez à nouveau avec --dry-run ; de nouveaux enregistrements changent le plan, fermez donc d’abord l’accès d’une personne active.',
  },
  retention_certificate_unknown: {
    text: 'Il n’y a pas de certificat {id}.',
    hint: 'Copiez l’identifiant depuis : octroi retention certificates',
  },
  retention_records_in_clear: {
    text: 'Rien n’a été effacé : des enregistrements d’une version antérieure attendent d’être scellés.',
    hint: 'Démarrez le poste une fois (octroi up), qui les scelle ; puis effacez.',
  },
};
