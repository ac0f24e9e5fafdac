import type { ledgerProofErrors as english } from '../../en/errors/ledger-proof.ts';
import type { Translated } from '../../translated.ts';

export const ledgerProofErrors: Translated<typeof english> = {
  ledger_note_malformed: {
    text: 'Ceci n’est pas une note signée ({detail}).',
    hint: 'Récupérez le fichier à l’octet près ; un éditeur a pu changer ses fins de ligne.',
  },
  ledger_signature_invalid: {
    text: 'La signature de {name} ne tient pas : le texte a été modifié, ou une autre clé a signé sous ce nom.',
    hint: 'Tenez le fichier pour falsifié tant que son expéditeur ne s’est pas expliqué.',
  },
  ledger_signature_unknown: {
    text: 'Aucune des clés auxquelles vous vous fiez n’a signé cette tête pour ce journal.',
    hint: 'Vérifiez que --key nomme la clé du journal lui-même ; après un changement de clés, vérifiez le journal entier avec l’ancienne.',
  },
  ledger_key_ambiguous: {
    text: 'Deux clés s’appellent {name} et ont le même identifiant.',
    hint: 'N’en donnez qu’une.',
  },
  ledger_key_malformed: {
    text: 'Une clé de vérification est illisible.',
    hint: 'Une clé tient sur une ligne, NOM+ID+CLÉ, comme l’affiche `octroi ledger keys`.',
  },
  ledger_checkpoint_malformed: {
    text: 'Le texte signé n’est pas un point de contrôle de journal.',
    hint: 'Un point de contrôle porte le nom du journal, sa taille et sa racine, une par ligne.',
  },
  ledger_origin_other: {
    text: 'Ceci vient du journal {found}, et non de {expected}.',
    hint: 'Rassemblez les fichiers d’un seul journal.',
  },
  ledger_proof_malformed: {
    text: 'La preuve est illisible ({detail}).',
    hint: 'Récupérez-la de nouveau ; entre deux têtes de tailles différentes, faites-la avec `octroi ledger consistency`.',
  },
  ledger_tile_path_malformed: {
    text: '{path} ne nomme aucune tuile.',
    hint: 'Les noms sont décrits dans c2sp.org/tlog-tiles.',
  },
  ledger_tile_malformed: {
    text: 'Une tuile n’a pas la longueur que dit son nom.',
    hint: 'Exportez le journal de nouveau.',
  },
  ledger_bundle_malformed: {
    text: 'Un lot d’entrées est tronqué ou en contient trop.',
    hint: 'Exportez le journal de nouveau.',
  },
  ledger_leaf_malformed: {
    text: 'Une entrée du journal n’est pas de celles qu’octroi écrit.',
    hint: 'Tenez le journal pour falsifié tant que son expéditeur ne s’est pas expliqué.',
  },
  ledger_certificate_malformed: {
    text: 'Ce n’est pas un certificat d’effacement tel qu’octroi les écrit.',
    hint: 'Procurez-vous à nouveau le fichier à sa source.',
  },
  ledger_refuted_certificate: {
    text: 'Le certificat n’est pas celui qu’atteste son acte d’effacement dans le journal.',
    hint: 'Ne vous y fiez pas ; demandez à qui vous l’a remis celui qu’octroi a délivré.',
  },
  ledger_export_malformed: {
    text: 'L’export est illisible ({detail}).',
    hint: 'Refaites-le avec `octroi export --verifiable`.',
  },
  ledger_file_unreadable: {
    text: 'On ne peut rien vérifier à partir de ceci : {file}',
    hint: 'Donnez une preuve, un export, le dossier d’un journal (et des points de contrôle gardés d’avant), un point de contrôle ou deux.',
  },
  ledger_files_apart: {
    text: 'Ces fichiers ne vont pas ensemble ; rien n’en est dit.',
    hint: 'Donnez une preuve, un export ou un certificat à la fois ; seul le dossier d’un journal va avec des têtes gardées d’avant, et une tête avec une autre ou avec une preuve de croissance.',
  },
  ledger_head_missing: {
    text: 'Une preuve que le journal a grandi ne dit rien seule : il manque la tête qui a été gardée.',
    hint: 'Donnez-la avec la tête de {size} entrées que vous avez gardée.',
  },
  ledger_consistency_missing: {
    text: 'Les têtes sont de {oldSize} et de {size} entrées ; d’elles seules on ne peut dire si l’une est devenue l’autre.',
    hint: 'Demandez la preuve, `octroi ledger consistency {oldSize}`, et donnez-la à la place de la tête la plus récente.',
  },
  ledger_keys_missing: {
    text: 'Aucune clé n’a été donnée et aucune n’accompagne le fichier : on ne peut rien dire.',
    hint: 'Obtenez la clé du journal de quelqu’un de confiance et donnez-la avec --key.',
  },
  ledger_leaf_missing: {
    text: 'La preuve n’apporte pas d’entrée : elle ne prouve donc rien.',
    hint: 'Faites-la avec `octroi ledger proof`, qui joint l’entrée.',
  },
  ledger_refuted_file_missing: {
    text: 'Le journal n’est pas entier : il manque {path}.',
    hint: 'Récupérez le dossier entier ; s’il l’était, des entrées ont été retirées.',
  },
  ledger_refuted_leaf: {
    text: 'Une entrée a été modifiée : {path} ne découle pas des entrées.',
    hint: 'Comparez le dossier à une autre copie du journal.',
  },
  ledger_refuted_order: {
    text: 'L’entrée {index} se dit entrée {seq} : des entrées ont été insérées, retirées ou déplacées.',
    hint: 'Comparez à une autre copie du journal.',
  },
  ledger_refuted_tenant: {
    text: 'L’entrée {index} appartient à un autre locataire.',
    hint: 'Comparez à une autre copie du journal.',
  },
  ledger_refuted_twice: {
    text: 'Le journal contient deux fois le même enregistrement.',
    hint: 'Demandez à l’exploitant lequel des deux fait foi.',
  },
  ledger_refuted_record: {
    text: 'L’enregistrement de l’entrée {index} a été modifié : ce n’est pas celui qui fut inscrit.',
    hint: 'Redemandez l’enregistrement ; le journal lui-même tient toujours.',
  },
  ledger_refuted_record_foreign: {
    text: 'L’enregistrement de l’entrée {index} dit un autre locataire, type, identifiant ou instant que son entrée.',
    hint: 'Redemandez l’enregistrement, et une explication.',
  },
  ledger_refuted_inclusion: {
    text: 'La preuve ne mène pas de l’entrée {index} à la racine signée.',
    hint: 'Tenez la preuve pour falsifiée tant que son expéditeur ne s’est pas expliqué.',
  },
  ledger_refuted_consistency: {
    text: 'Le journal de {size} entrées ne prolonge pas celui de {oldSize} : quelque chose y a été modifié ou retiré.',
    hint: 'Gardez les deux têtes : ensemble, elles le prouvent.',
  },
  ledger_refuted_root: {
    text: 'Les entrées ne mènent pas à la racine signée de {size} entrées : quelque chose a été modifié, retiré ou ajouté.',
    hint: 'Redemandez l’export, et comparez.',
  },
  ledger_refuted_fork: {
    text: 'Il y a deux journaux : à {size} entrées, la racine signée n’est pas celle de ces entrées.',
    hint: 'Gardez les deux : ensemble, ils le prouvent.',
  },
  ledger_refuted_truncated: {
    text: 'La fin manque : {size} entrées ont été signées, {found} sont là.',
    hint: 'Demandez le reste ; s’il n’y en a pas, des entrées ont été retirées.',
  },
  ledger_pack_malformed: {
    text: 'Ce n’est pas le manifeste d’un dossier de preuves, ou il est tronqué.',
    hint: 'Redemandez le dossier.',
  },
  ledger_refuted_pack_changed: {
    text: '{file} a été modifié : ce n’est pas le fichier qui a été mis au dossier.',
    hint: 'Redemandez le dossier et comparez les deux fichiers.',
  },
  ledger_refuted_pack_missing: {
    text: '{file} manque : il était au dossier quand son manifeste a été signé.',
    hint: 'Redemandez le dossier.',
  },
  ledger_refuted_pack_added: {
    text: '{file} a été ajouté : le manifeste signé ne le connaît pas.',
    hint: 'Retirez-le et demandez qui l’y a mis.',
  },
  ledger_refuted_pack_sample: {
    text: 'Les entrées prouvées ne sont pas celles que tire la tête signée : quelqu’un les a choisies.',
    hint: 'Redemandez le dossier, et une explication.',
  },
  ledger_refuted_pack_archive: {
    text: 'L’archive elle-même a été modifiée à {file} : un en-tête, une date ou une somme de contrôle n’est pas ce qu’écrit octroi.',
    hint: 'Si elle a seulement été refaite, dépaquetez-la et vérifiez le dossier.',
  },
};
