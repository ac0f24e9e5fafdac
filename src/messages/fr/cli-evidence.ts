import type { cliEvidence as english } from '../en/cli-evidence.ts';
import type { Translated } from '../translated.ts';

export const cliEvidence: Translated<typeof english> = {
  'option.period': 'les jours concernés, tous deux compris : 2026-11-01..2026-11-30 (UTC ; obligatoire)',
  'evidencePack.summary': 'Faire un dossier de preuves pour auditeurs : un seul ZIP signé, vérifiable hors ligne',
  'evidencePack.language': 'fr ou en : langue de ses documents (par défaut : la vôtre)',
  'evidencePack.out': 'le fichier à écrire (par défaut : octroi-DU-AU.zip) ; aucun n’est écrasé',
  'evidencePack.notes':
    'On y trouve : la posture avec preuves et clauses, un résumé PDF, la tête signée du journal et les preuves d’entrées\nqu’elle tire elle-même, OSCAL, le registre des traitements, les sous-traitants, les formations, les certificats\nd’effacement, les événements et le vérificateur. Sa création est inscrite. La posture est celle de l’instant, quelle que\nsoit la période.',
  'evidencePack.done': '{file} : {bytes} octets, {entries} entrées prouvées, SHA-256 {digest}',
  'evidencePack.next':
    'Remettez-le avec les clés de `octroi ledger keys`, chacun par une voie différente. L’auditeur exécute : octroi verify {file} --key CLES',
  'evidenceLibrary.summary': 'Écrire les contrôles en bibliothèque CISO Assistant (YAML), ou l’ajouter à une instance',
  'option.push': 'l’instance à laquelle l’ajouter ; son jeton est lu sur l’entrée standard',
  'evidenceLibrary.pushed': 'La bibliothèque y est : {url}',
  'evidenceLibrary.notes':
    'La bibliothèque est en anglais et en français. Elle contient les contrôles et les clauses auxquelles ils répondent, et aucun état.',
  'evidenceBreach.summary':
    'Dresser la fiche d’une violation à partir d’un échange : ce que demande l’article 33, et les 72 heures',
  'option.aware-at':
    'quand quelqu’un chez le responsable en a eu connaissance (UTC ; obligatoire) : le délai court de là',
  'evidenceBreach.notes': 'Ce qui n’est pas connu est dit tel. S’il s’agit d’une violation, octroi n’en décide pas.',
};
