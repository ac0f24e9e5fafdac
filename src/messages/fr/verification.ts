import type { verification as english } from '../en/verification.ts';
import type { Translated } from '../translated.ts';

export const verification: Translated<typeof english> = {
  checkpoint:
    'Prouvé : le journal {origin} a signé une tête de {size} entrées, de racine {root} ; non prouvé : ce que sont ces entrées, ni que chacun a vu cette tête.',
  consistency:
    'Prouvé : le journal {origin} avait {oldSize} entrées, il en a maintenant {size}, et aucune des premières n’a été modifiée, retirée ni déplacée ; non prouvé : ce que disent les entrées.',
  proof:
    'Prouvé : cet enregistrement est l’entrée {index} du journal {origin}, sous la tête signée de {size} entrées, et se lit comme il fut inscrit ; non prouvé : que ce qu’il dit est vrai, ni ce que contient le reste du journal.',
  proofWithoutRecord:
    'Prouvé : cette entrée est le numéro {index} du journal {origin}, sous la tête signée de {size} entrées ; non prouvé : ce que disait son enregistrement, qui n’est pas dans le fichier.',
  export:
    'Prouvé : voici les entrées {index} à {last} du journal {origin}, sans lacune, sous la tête signée de {size} entrées, et les {records} enregistrements donnés en clair se lisent comme ils furent inscrits ; non prouvé : les {withoutRecord} enregistrements omis ou effacés, ni que ce que disent les enregistrements est vrai.',
  log: 'Prouvé : les {size} entrées du journal {origin}, ses tuiles et {checkpoints} points de contrôle antérieurs concordent avec sa tête signée, et les {records} enregistrements donnés en clair se lisent comme ils furent inscrits ; non prouvé : les {withoutRecord} enregistrements absents, ni que ce que disent les enregistrements est vrai.',
  certificate:
    'Prouvé : le journal {origin} atteste, à l’entrée {index} sous sa tête signée de {size} entrées, qu’octroi a effacé {records} enregistrements ({byClass}) le {issuedAt} ; fondement : {ground} ; sur ordre de : {by} ; motif : {reason} ; clés de personnes détruites : {keys} ; lignes retirées à côté des enregistrements : {rows}. Non prouvé : qu’aucune copie n’a été gardée hors d’octroi.',
  pack: 'Prouvé : le journal {origin} a signé ce dossier, fait le {madeAt} pour la période du {from} au {until} (périmètre : {scope}) ; ses {files} fichiers sont ceux qui y ont été mis ; {proofs} entrées tirées par la tête signée parmi les {of} de la période sont au journal, dont {records} avec leur enregistrement tel qu’il a été inscrit ; {certificates} certificats d’effacement tiennent. Non prouvé : que ce que disent les enregistrements soit vrai, ni que chaque entrée de la période ait été comptée.',
  packAbsent: 'N’est pas dans ce dossier : {absent}.',
  packWhole: 'toute l’organisation',
  'ground.lifetime_over': 'leur durée de conservation était échue',
  'ground.conversation_deleted': 'leur conversation a été supprimée',
  'ground.person_erased': 'une personne a été effacée',
  'ground.key_destroyed': 'ils sont arrivés après l’effacement de leur personne',
  certificateRemains:
    'Ce qui reste : les entrées du journal (type, classe, heure et valeurs qui ne mènent à personne), ce certificat et son acte d’effacement ; et, tant que la base n’a pas réutilisé leur place, d’anciens octets dans ses fichiers et son journal de transactions.',
  certificateSums:
    'Ce qui était parti chez un fournisseur reste compté, en sommes par jour qui ne nomment personne : son effacement ici n’y reprend rien.',
  certificateBackups:
    'Les sauvegardes faites avant peuvent contenir ce qui fut effacé, pendant {backupDays} jours au plus, selon l’exploitant.',
  certificateBackupsUnsaid:
    'Combien de temps sont gardées les sauvegardes qui peuvent contenir ce qui fut effacé, l’exploitant ne l’a pas dit.',
  erased:
    'Parmi les enregistrements absents, {erased} ont été effacés, selon le fichier ; chacun nomme son acte d’effacement.',
  untrusted:
    'Mais aucune clé n’a été donnée : les fichiers concordent entre eux, comme le feraient ceux d’un faussaire. Obtenez la clé du journal de quelqu’un de confiance et donnez-la avec --key.',
  signedAt: 'Signé le {signedAt}, selon l’horloge du journal.',
  witnesses: 'Cosigné par : {witnesses}.',
  noWitness: 'Aucun témoin dont vous avez donné la clé n’a cosigné cette tête : d’autres ont pu en voir une autre.',
  unchecked:
    '{unchecked} signatures n’ont pas été vérifiées : leurs clés n’ont pas été données, ou ce Node ne les connaît pas.',
  missing:
    '{missing} des clés données pour ce journal n’ont pas signé cette tête : elles ont été remplacées, ou une signature en a été ôtée.',
  longestSilence: 'Le plus long temps sans tête fut du {from} au {until}.',
  clockSetBack:
    'Ces entrées sont datées de plus d’une minute avant ce qu’elles suivent : {places}. Une horloge y a été reculée, ou elles ont été retenues.',
  usage:
    'Usage : node octroi-verify.mjs FICHIER… --key CLÉ [--origin NOM] [--json]\n\nFICHIER : une preuve, un export, le dossier d’un journal (et des points de contrôle gardés d’avant), un point de contrôle, ou deux ; un dossier de preuves, son ZIP ou son répertoire.\nCLÉ : un fichier des clés auxquelles vous vous fiez, une par ligne, ou une telle clé elle-même ; se répète.\nCodes de sortie : 0 prouvé, 1 réfuté, 2 mauvais appel, 3 on ne peut rien dire.',
};
