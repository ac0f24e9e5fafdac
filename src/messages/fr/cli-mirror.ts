import type { cliMirror as english } from '../en/cli-mirror.ts';
import type { Translated } from '../translated.ts';
import { mirrorWords } from './mirror-words.ts';

export const cliMirror: Translated<typeof english> = {
  'mirror.summary':
    'Montrer ce que les fournisseurs détiennent encore de ce qui est parti, jusqu’à quand, et ce que nul ne permet de savoir',
  'mirror.notes':
    'Calculé d’après le registre, les conditions en vigueur au départ de chaque échange et ce que la règle dit avoir été convenu. « peut-être » signale qu’on ignore s’il existe une copie.',
  'mirror.head': 'Ce qui est détenu au {on} de ce qui est parti par octroi',
  'mirror.nothing': 'Rien, d’après les conditions connues.',
  'mirror.columns': 'CONTRAT|QUOI|NIVEAU|VOLUME|NOMBRE|PREMIER DÉPART APRÈS|DERNIER DÉPART APRÈS',
  'mirror.calendarColumns': 'DISPARAÎT APRÈS|QUOI|VOLUME|NOMBRE',
  'mirror.untold': 'Ce que nul ne permet de savoir :',
  ...mirrorWords,
  'option.all': 'y compris ce qui n’y est plus',
  'filesList.summary': 'Lister les fichiers déposés chez les fournisseurs : qui, quand, octets, niveau, échéance',
  'filesList.columns': 'FICHIER|DÉPOSÉ|PAR|ESPACE|NIVEAU|OCTETS|JUSQU’À|ÉTAT|NOM',
  'filesList.foreign': '(hors octroi)',
  'filesList.state.held': 'présent',
  'filesList.state.overdue': 'en retard',
  'filesList.state.deleted': 'supprimé',
  'filesList.state.gone': 'disparu',
  'filesList.overdue':
    'octroi : {count} y sont depuis plus de {days} jours. Pour ce qui ne sert plus : octroi files delete FICHIER',
  'filesDelete.summary': 'Faire supprimer des fichiers par le fournisseur, et consigner sa confirmation',
  'filesDelete.deleted': 'octroi : {file} est supprimé ; la confirmation du fournisseur est consignée.',
  'filesDelete.not_there': 'octroi : le fournisseur n’a plus {file} ; c’est consigné.',
  'filesReconcile.summary': 'Comparer l’inventaire des fichiers aux listes des fournisseurs, dans les deux sens',
  'filesReconcile.found': '{contract} : {listed} listés, {gone} disparus, {foreign} non passés par octroi',
  'filesReconcile.gone': '  disparu  {file}',
  'filesReconcile.foreign': '  étranger {file}',
  'option.contract': 'le contrat, par son nom (par défaut anthropic)',
  'complianceKey.summary': 'Conserver, scellée, la Compliance Access Key du fournisseur pour un contrat',
  'complianceKey.ask': 'octroi : lecture de la Compliance Access Key sur l’entrée standard.',
  'complianceKey.done': 'octroi : le contrat {name} a sa clé de conformité.',
  'complianceChats.summary':
    'Lister les conversations que le fournisseur garde pour l’organisation, sans nom ni contenu',
  'complianceChats.columns': 'ID|CRÉÉE|MODIFIÉE|SUPPRIMÉE PAR L’USAGER|USAGER',
  'complianceSessions.summary':
    'Lister les sessions locales que le fournisseur a captées ; elles sont en lecture seule',
  'complianceDelete.summary':
    'Faire supprimer des conversations pour de bon par le fournisseur, et consigner sa confirmation',
  'complianceDelete.deleted': 'octroi : {chat} est supprimée pour de bon ; la confirmation est consignée.',
  'complianceDelete.not_there': 'octroi : le fournisseur n’a plus {chat} ; c’est consigné.',
  'option.label': 'le niveau dont le contenu est capturé',
  'option.purpose': 'dans quel but, dans les mêmes termes que la politique',
  'capture.ask': 'octroi : lecture de votre clé octroi sur l’entrée standard.',
  'capture.notes':
    'Le contenu n’est capturé que si une seconde personne l’a approuvé et que `capture` de la politique dit les mêmes niveau, but et jours ; jamais en rétention nulle. Qui demande ou approuve présente sa propre clé octroi et a le rôle octroi-dpo ou octroi-admin.',
  'captureRequest.summary': 'Demander que le contenu d’un niveau soit capturé à son départ',
  'captureRequest.done': 'octroi : à une seconde personne de l’approuver : octroi capture approve {id}',
  'captureApprove.summary': 'Approuver une capture demandée par une autre personne',
  'captureApprove.done': 'octroi : {id} est approuvée ; elle vaut tant que la politique dit la même chose.',
  'captureEnd.summary': 'Clore une capture, ou retirer une demande',
  'captureEnd.done': 'octroi : {id} est close. Ce qui a été capturé reste jusqu’au terme de ses jours.',
  'captureList.summary': 'Lister les captures demandées, et leur suite',
  'captureList.columns': 'ID|NIVEAU|JOURS|ÉTAT|DEMANDÉE PAR|APPROUVÉE PAR|BUT',
  'captureList.state.requested': 'demandée',
  'captureList.state.expired': 'expirée',
  'captureList.state.approved': 'approuvée',
  'captureList.state.ended': 'close',
};
