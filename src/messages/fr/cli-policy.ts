import type { cliPolicy as english } from '../en/cli-policy.ts';
import type { Translated } from '../translated.ts';

export const cliPolicy: Translated<typeof english> = {
  'option.policy':
    'le dossier de la politique (par défaut ./policy, s’il existe ; pour contrôler un poste, aucun) ; `default` désigne celle qu’octroi apporte',
  'option.source': 'écrire le texte Cedar de chaque règle en vigueur',
  'policyCheck.summary': 'Vérifier le dossier de la politique ; toutes les erreurs d’un coup, avec fichier et ligne',
  'policyCheck.done':
    'La politique est saine : {labels} étiquettes, {policies} règles, {workspaces} espaces, {contracts} contrats, tirés de {files} fichiers.\nVersion {version}',
  'policyCheck.warning': 'octroi : avertissement : {fault}',
  'policyCheck.noPost':
    'octroi : aucun poste trouvé ici ; ses contrats n’ont pas été comparés à ceux de la politique : octroi policy check --data DOSSIER',
  'policyCheck.postAway': 'octroi : la base du poste ne répond pas [{code}]',
  'policyShow.summary': 'Montrer les étiquettes et les règles en vigueur',
  'policyShow.version': 'Version : {version}',
  'policyShow.labelColumns': 'ÉTIQUETTE|PAR DÉFAUT|EXIGE ZDR|NE PART JAMAIS|CONSERVATION|CHEMINS ET DÉTECTEURS',
  'policyShow.policyColumns': 'RÈGLE|EFFET|ORIGINE|CE QU’ELLE DIT',
  'policyMatrix.summary': 'Montrer ce qui peut partir vers quelle offre, par étiquette, comme les règles le décident',
  'policyMatrix.plan': 'OFFRE',
  'policyMatrix.how':
    'Chaque case : un fichier tel quel / le même avec quelque chose de sensible. « + » marque un contrat avec ce que le fournisseur accorde sur demande. Pour les raisons : octroi policy matrix --plan FOURNISSEUR/OFFRE',
  'policyMatrix.detailColumns': 'OFFRE|ÉTIQUETTE|CONTIENT|VERDICT|POURQUOI',
  'policyMatrix.optOut': 'sans entraînement',
  'policyTest.summary': 'Décider les cas de *.test.yaml et comparer à ce qu’ils attendent',
  'policyTest.unmet': '{place} : {name}\n  attendu {expected}\n  décidé  {got}',
  'policyTest.done': '{count} cas, tous décidés comme ils l’attendent.',
  'policyDiff.summary': 'Montrer les échanges du registre qu’une autre politique déciderait autrement',
  'policyDiff.done': 'octroi : {different} échanges sur {looked} seraient décidés autrement.',
  'policyDiff.unknown':
    'octroi : pour {unknown} d’entre eux, l’inscription est plus ancienne et ne dit ni les rôles, ni la formation, ni les autres modèles : les deux politiques ont décidé comme pour une personne sans rôle et formée.',
  'unknownFact.roles': 'les rôles de l’expéditeur',
  'unknownFact.training': 'sa formation',
  'unknownFact.models': 'les modèles autres que le premier',
  'policyExplain.unknown':
    'octroi : l’inscription est plus ancienne et ne dit pas : {what}. La décision est celle d’une personne sans rôle et formée.',
  'policyExplain.summary': 'Dire pourquoi un échange du registre est décidé ainsi, selon la politique d’aujourd’hui',
  'policyExplain.verdict': 'La politique d’aujourd’hui (version {version}…) décide : {verdict}',
  'policyExplain.unread':
    'octroi : de cet échange, rien ne peut être décidé à nouveau : il a été refusé avant d’être lu, ou conservé en simples comptes (rétention nulle).',
  'posture.summary': 'Montrer l’état des contrôles : ce qui tient, ce qui ne tient pas, ce que nul ne sait',
  'posture.notes':
    'Codes de sortie : 0 chaque contrôle est satisfait, 1 un contrôle ne l’est pas, 3 aucun n’est en défaut et l’un est inconnu. Inconnu ne vaut jamais satisfait.',
  'posture.columns': 'CONTRÔLE|ÉTAT|TIENT JUSQU’AU|REPOSE SUR',
  'posture.now': 'à l’instant',
  'posture.alarm': 'ALERTE : {what}',
  'posture.lost': '  {service}, {terms} : présent jusqu’au {lastGood}, disparu le {lost}',
  'posture.resting': '  ce qui en dépend : {what}',
  'posture.sum':
    'Satisfaits : {met} ; non satisfaits : {notMet} ; inconnus : {unknown}. Politique {policy}…, catalogue {catalogue}.',
  'labelsSend.summary': 'Remettre à la passerelle les .octroi.yaml des dossiers d’une session ; pour un hook du client',
  'labelsSend.notes':
    'Lit l’événement du hook sur l’entrée standard (`session_id`, `cwd`) et la clé de la personne dans ANTHROPIC_AUTH_TOKEN ou OCTROI_KEY.\nLa passerelle est nommée ici et non prise de l’environnement : les réglages d’un dépôt pourraient la changer.\nÉcrit ce que le client doit montrer sous la forme {"systemMessage": …}, et rien si tout va bien. Sans .octroi.yaml, rien n’est envoyé.',
  'labelsSend.failed':
    'octroi : les étiquettes que demande ce dépôt n’ont pas pu être remises à la passerelle ({cause}) ; elle ne les connaît pas. Recommencez la session quand elle répondra.',
  'verdict.allow': 'autorisé',
  'verdict.redact': 'caviardé',
  'verdict.block': 'bloqué',
  'content.plain': 'rien de sensible',
  'content.secret': 'un secret',
  'content.personal': 'des données personnelles',
  'content.dictionary': 'un mot de la liste',
  'policyFault.file_unknown': 'ce fichier n’a pas de sens ici : octroi.yaml, *.cedar ou *.test.yaml',
  'policyFault.file_empty': 'ce fichier est vide : il a été tronqué, ou n’a pas sa place ici',
  'policyFault.yaml_broken': 'ce n’est pas du YAML',
  'policyFault.key_unknown': 'cette clé n’existe pas',
  'policyFault.key_missing': 'cette clé manque',
  'policyFault.value_invalid': 'cette valeur ne convient pas',
  'policyFault.name_twice': 'ce nom figure deux fois',
  'policyFault.label_unknown': 'cette étiquette n’existe pas',
  'policyFault.contract_unknown': 'ce contrat n’existe pas',
  'policyFault.retention_unknown': 'cette classe de conservation n’existe pas',
  'policyFault.lifetime_out_of_bounds':
    'cette classe ne peut être gardée si peu, ou si longtemps ; la borne entre parenthèses demande une `justification`',
  'policyFault.detector_unknown': 'ce détecteur, ce genre ou cette classe n’existe pas',
  'policyFault.default_policy_unknown': 'octroi n’apporte pas de règle de ce nom',
  'policyFault.labels_too_many': 'il y a trop d’étiquettes',
  'policyFault.glob_invalid': 'ce motif est illisible',
  'policyFault.cedar_broken': 'Cedar ne peut pas lire cette règle',
  'policyFault.cedar_invalid': 'cette règle ne correspond pas aux faits',
  'policyFault.id_missing': 'la règle n’a pas d’@id en minuscules, chiffres et traits d’union',
  'policyFault.id_taken': 'cet identifiant est pris',
  'policyFault.text_missing': 'une règle dit pourquoi dans les deux langues',
  'policyFault.literal_unknown': 'le fait n’est jamais ce mot : la règle ne s’appliquerait jamais',
  'policyFault.name_undefined': 'octroi.yaml ne nomme pas cet espace ou ce contrat : est-il mal écrit ?',
  'policyFault.plan_unknown': 'le catalogue n’a pas cette offre',
};
