import type { cli as english } from '../en/cli.ts';
import type { Translated } from '../translated.ts';
import { cliCatalogue } from './cli-catalogue.ts';
import { cliCompile } from './cli-compile.ts';
import { cliPeople } from './cli-people.ts';
import { cliEvidence } from './cli-evidence.ts';
import { cliMinimisation } from './cli-minimisation.ts';
import { cliProvenance } from './cli-provenance.ts';
import { cliEgress } from './cli-egress.ts';
import { cliDevices } from './cli-devices.ts';
import { cliEndpoint } from './cli-endpoint.ts';
import { cliEvaluation } from './cli-evaluation.ts';
import { cliMirror } from './cli-mirror.ts';
import { cliNotices } from './cli-notices.ts';
import { cliPolicy } from './cli-policy.ts';
import { cliProbe } from './cli-probe.ts';
import { cliSiem } from './cli-siem.ts';
import { cliRetention } from './cli-retention.ts';

export const cli: Translated<typeof english> = {
  hint: '  → {hint}',
  'help.intro': 'octroi : le poste de douane entre vos postes de travail et les assistants de programmation.',
  'help.more':
    'Pour chacune : octroi COMMANDE --help. Codes de sortie : 0 fait, 1 refusé, 2 mal appelée, 3 impossible ici, 4 panne de notre fait.',
  'help.options': 'Options',
  'help.examples': 'Exemples',
  'option.data': 'le dossier de données d’octroi (par défaut ./data)',
  'option.config': 'le fichier de réglages (par défaut octroi.yaml, s’il existe)',
  'option.json': 'écrire du JSON sur la sortie standard, et rien d’autre',
  'option.help': 'cette page',
  'option.older-catalogue': 'démarrer bien que le catalogue soit plus ancien que le dernier en vigueur',
  'option.person': 'la personne, par son nom ; les écrans montrent un pseudonyme',
  'option.workspace':
    'l’équipe ou le projet (par défaut : default) ; pour un contrat, ceux qu’il sert, séparés par des virgules',
  'option.days': 'la durée de la clé, en jours (90 par défaut)',
  'option.language': 'la langue des refus que verra cette personne : fr ou en',
  'option.name': 'le nom du contrat (par défaut anthropic)',
  'option.plan': 'une offre du fournisseur (pour un contrat, celle que vous avez ; par défaut api)',
  'option.upstream': 'l’adresse du fournisseur (par défaut https://api.anthropic.com)',
  'option.organization': 'l’organisation qui doit répondre ; une autre arrête le contrat',
  'option.credential-file': 'le fichier qui contient la clé du fournisseur (par défaut : l’entrée standard)',
  'option.from': 'à partir de cet instant, UTC (2026-11-01 ou 2026-11-01T08:00)',
  'option.until': 'jusqu’à cet instant, UTC ; pour un gel, le jour où il finit',
  'option.kind': 'seulement ces sortes d’enregistrement, séparées par des virgules',
  'option.pause-ms': 'la pause entre deux requêtes d’une personne, en millisecondes (4000 par défaut)',
  'up.summary': 'Faire tourner le poste : passerelle, console et base de données, sur cette machine',
  'up.ready':
    'octroi {version} est en service.\n\n  Console     {consoleUrl}\n  Connexion   {signInLink}\n              (une fois, dans l’heure ; `octroi console link{options}` en crée un autre)\n  Passerelle  {gatewayUrl}\n',
  'up.egress': 'Mandataire de sortie : {egressUrl}\n',
  'up.client':
    'Dirigez Claude Code vers elle avec ces deux lignes :\n\n  export ANTHROPIC_BASE_URL={gatewayUrl}\n  export ANTHROPIC_AUTH_TOKEN=oct_…\n\nCréez la clé dans la console, page Clés, ou avec : octroi key create --person NOM{options}\n\nOu laissez les personnes se connecter, par /login dans Claude Code avec cette adresse : octroi person invite --person NOM{options}',
  'up.contractFirst':
    'Ensuite : ajoutez votre contrat avec le fournisseur, puis créez une clé.\n\n  octroi contract add --organization ID{options} < fichier-de-la-clé-du-fournisseur\n  octroi key create --person NOM{options}\n\nLa seconde affiche les deux lignes qui dirigent Claude Code ici :\n\n  export ANTHROPIC_BASE_URL={gatewayUrl}\n  export ANTHROPIC_AUTH_TOKEN=oct_…',
  'up.stopping': 'octroi : arrêt en cours ; les réponses ouvertes peuvent se terminer…',
  'demo.summary': 'Faire tourner le poste avec un fournisseur et des personnes imaginaires, pour visiter',
  'demo.playing':
    '\nCe sont des données de démonstration : cinq personnes qui n’existent pas travaillent dans trois espaces. Ctrl-C y met fin.\nUn autre lien de connexion : octroi console link --data {data}',
  'contractAdd.summary': 'Ajouter le contrat sous lequel partent les échanges',
  'contractAdd.credential':
    'octroi : lecture de la clé du fournisseur sur l’entrée standard (tapez-la, Entrée, Ctrl-D)…',
  'contractAdd.done': 'octroi : contrat {name} ajouté ({id}). Son secret est scellé avec la clé maîtresse.',
  'contractAdd.noOrganization':
    'octroi : aucune organisation n’est nommée ; on ne peut donc pas vérifier laquelle répond. Nommez-la avec --organization pour qu’un écart arrête le contrat.',
  'contractList.summary': 'Lister les contrats',
  'contractList.none':
    'octroi : il n’y a pas encore de contrat. Ajoutez-en un avec : octroi contract add --organization ID < fichier-de-la-clé-du-fournisseur',
  'contractList.columns': 'ID|NOM|FOURNISSEUR|OFFRE|ORGANISATION|ADRESSE|ARRÊTÉ',
  'contractResume.summary': 'Laisser repartir les échanges sous un contrat arrêté',
  'contractResume.done': 'octroi : le contrat {contractId} est de nouveau actif.',
  'keyCreate.summary': 'Remettre une clé octroi à une personne',
  'keyCreate.once':
    'octroi : une clé pour {pseudonym} dans {workspace}, jusqu’au {expiresAt}. Elle n’est montrée que cette fois :',
  'keyCreate.contractFirst':
    'octroi : il n’y a pas encore de contrat ; les requêtes sont refusées jusqu’à : octroi contract add',
  'keyList.summary': 'Lister les clés, par leurs quatre derniers caractères',
  'keyList.none': 'octroi : il n’y a pas encore de clé. Créez-en une avec : octroi key create --person NOM',
  'keyList.columns': 'ID|CLÉ|PERSONNE|ESPACE|ÉTAT|JUSQU’AU',
  'keyRevoke.summary': 'Mettre fin à une clé, tout de suite et pour de bon',
  'keyRevoke.done': 'octroi : la clé {keyId} est révoquée.',
  'personInvite.summary': 'Créer le compte d’une personne, et le lien par lequel elle l’ouvre',
  'personInvite.notes':
    'Le lien ne sert qu’une fois, dans les sept jours. La personne y choisit un mot de passe ou une clé d’accès ; ensuite, /login\ndans Claude Code, avec l’adresse de la passerelle, connecte son client. Une nouvelle invitation remplace lien et espaces ;\nles rôles nommés s’ajoutent à ceux que la personne a.',
  'personInvite.once':
    'octroi : une invitation pour {pseudonym}, jusqu’au {expiresAt}. Elle n’est affichée que cette fois :',
  'personInvite.provider':
    'octroi : un fournisseur d’identité est réglé (signIn.issuer) : la page de connexion y conduit, sans demander de mot de passe.',
  'personList.summary': 'Énumérer les personnes, par pseudonyme : rôles, espaces, et si elles peuvent se connecter',
  'personList.none': 'octroi : personne n’est encore connu. Invitez quelqu’un avec : octroi person invite --person NOM',
  'personList.columns': 'ID|PERSONNE|ESPACES|RÔLES|ÉTAT|CLIENTS',
  'personDisable.summary': 'Fermer l’accès d’une personne sur-le-champ : connexion, clients et clés',
  'personDisable.notes':
    'PERSON est un nom, un pseudonyme ou un identifiant. Ce qu’elle a envoyé reste inscrit. `octroi person enable` lui rouvre l’accès.',
  'personDisable.done': 'octroi : l’accès de {person} est fermé ; ses clients sont déconnectés.',
  'personEnable.summary': 'Rouvrir l’accès d’une personne',
  'personEnable.done': 'octroi : {person} peut de nouveau se connecter.',
  'option.role': 'rôles que reçoit la personne, séparés par des virgules (voir octroi person grant)',
  'consoleLink.summary': 'Créer un lien qui connecte une fois à la console',
  'consoleLink.once': 'octroi : ce lien sert une fois, dans l’heure :',
  'export.summary': 'Écrire les enregistrements du registre sur la sortie standard, un JSON par ligne',
  'option.key': 'un fichier des clés auxquelles vous vous fiez, ou une clé elle-même ; se répète',
  'option.origin': 'le journal doit être celui de ce nom',
  'verify.summary':
    'Vérifier une preuve, un export, un journal ou des points de contrôle, hors ligne, à partir des seuls fichiers',
  'option.records': 'avec les enregistrements en clair ; sans eux le dossier ne contient aucune donnée personnelle',
  'option.verifiable':
    'tel que `octroi verify` le prouve : toutes les feuilles du journal, et en clair les enregistrements retenus',
  'ledgerExport.summary': 'Écrire le journal entier en un dossier vérifiable hors ligne et que l’on peut servir',
  'ledgerExport.done':
    'octroi : le journal {origin}, {size} entrées, est dans {folder}. Vérifiez-le avec : octroi verify {folder} --key octroi-keys.txt',
  'ledgerProof.summary': 'Écrire la preuve d’un enregistrement, avec l’enregistrement lui-même',
  'ledgerCheckpoint.summary':
    'Écrire la tête signée du journal : gardez-la, et personne ne peut changer ce qui la précède',
  'ledgerConsistency.summary': 'Écrire la preuve que le journal n’a fait que grandir depuis ses SIZE entrées',
  'ledgerKeys.summary': 'Afficher les clés qui vérifient le journal, une par ligne',
  'ledgerRotateKeys.summary': 'Donner au journal de nouvelles clés de signature, inscrites dans le journal même',
  'ledgerRotateKeys.done': 'octroi : le journal est désormais signé de ces clés. Remettez-les à ceux qui le vérifient.',
  'option.root': 'le dossier qui tient lieu de / (par défaut : cette machine)',
  'option.user': 'seulement cette personne',
  'option.all-users': 'tout le monde sur la machine (par défaut avec --root et pour root)',
  'option.system': 'linux, macos ou windows, si l’arborescence ne le montre pas',
  'option.minimum-version': 'la plus ancienne version de Claude Code qui puisse être installée',
  'option.live': 'lancer aussi votre propre shell et comparer : cela exécute vos fichiers de démarrage',
  'option.junit': 'écrire du XML JUnit',
  'option.html': 'écrire une page HTML',
  'option.intune': 'écrire une ligne ; le code 1 demande à Intune de réparer',
  'option.jamf': 'écrire une ligne entre balises <result> ; code 0',
  'endpointScan.summary': 'Contrôler ce poste : ce qui est en vigueur, et quel fichier et quelle ligne en décident',
  'endpointScan.columns': 'PERSONNE|CONTRÔLE|ÉTAT|DÉCIDÉ PAR|POURQUOI',
  'endpointScan.counts': 'octroi : {met} respectés, {notMet} non respectés, {unknown} inconnus.',
  'endpointScan.differs': '{session} : {variable} est {scanned} selon les fichiers et {real} dans un vrai shell',
  'option.sarif': 'écrire du SARIF 2.1.0 sur la sortie standard',
  'option.jsonl': 'répondre aux lignes {"id","text"} par des lignes {"id","findings"}',
  'option.rules': 'ajouter des règles au format de gitleaks (peut se répéter)',
  'option.dictionary': 'ajouter un dictionnaire en clair, ou une liste faite par `octroi dictionary build` (répétable)',
  'option.without': 'laisser de côté le détecteur de cet identifiant (répétable)',
  'option.exclude': 'passer ce qui porte ce nom ou répond à ce motif (répétable)',
  'option.as': 'ce que sont les valeurs, tel que les trouvailles les nomment (par défaut listed_value)',
  'option.out': 'le fichier à écrire ; pour une politique écrite, le dossier (par défaut : la sortie standard)',
  'detect.summary': 'Trouver secrets et données personnelles dans des fichiers, des dossiers ou l’entrée standard',
  'detect.notes':
    'Montre où et quoi, jamais la valeur. Les dossiers sont lus jusqu’au fond, y compris ce que nomme .gitignore ;\n.git et les liens symboliques n’y sont pas suivis. Sans FILE, ou avec -, l’entrée standard est lue.\nCodes de sortie : 0 rien trouvé, 1 trouvé, 2 mal appelée, 3 quelque chose n’a pu être inspecté (c’est nommé).\nAvec --jsonl : 0 toutes les lignes ont leur réponse, 3 pas toutes.',
  'detect.tally':
    'octroi : trouvailles : {findings} (dans des fichiers : {filesWithFindings}) · fichiers inspectés : {files} ({megabytes} Mo)',
  'detect.passedOver':
    'octroi : passés : fichiers binaires : {binaries} · liens symboliques : {links} · sockets et périphériques : {special} (--json nomme les fichiers binaires)',
  'detect.incomplete': 'octroi : non inspectés : {count}. Ne les tenez pas pour propres.',
  'detect.unscanned': 'octroi : {path} : non inspecté : {reason}',
  'detect.binary': '{path} n’est pas du texte et a été passé.',
  'detect.unanswered': 'octroi : lignes sans réponse : {count}. Chacune a une ligne avec « error » à sa place.',
  'detect.reason.timed_out': 'cela a pris trop de temps',
  'detect.reason.failed': 'l’inspection a échoué',
  'detect.reason.ENOENT': 'ce fichier n’existe pas',
  'detect.reason.EACCES': 'sa lecture n’est pas permise',
  'detect.line.name': 'La ligne {line}',
  'detect.line.notJson': 'autre chose que du JSON',
  'detect.line.noText': 'autre chose qu’un objet avec un texte',
  'detect.rule.secret': 'Secret : {kind}',
  'detect.rule.personal': 'Donnée personnelle : {kind}',
  'detect.rule.dictionary': 'Mot ou valeur de l’entreprise : {kind}',
  'detect.message.secret': 'Un secret se trouve ici ({kind}).',
  'detect.message.personal': 'Une donnée personnelle se trouve ici ({kind}).',
  'detect.message.dictionary': 'Un mot ou une valeur de l’entreprise se trouve ici ({kind}).',
  'detect.help.secret':
    'Retirez le secret du fichier, faites-le remplacer là où il est valable, et lisez-le de l’environnement ou d’un coffre.',
  'detect.help.personal':
    'Remplacez la donnée par une donnée inventée, ou gardez le fichier hors de ce qui est partagé.',
  'detect.help.dictionary':
    'Votre entreprise a listé ce mot ou cette valeur. Retirez-le, ou gardez le fichier hors de ce qui est partagé.',
  'dictionaryBuild.summary': 'Faire une liste de valeurs hachées, pour que les valeurs en clair restent où elles sont',
  'dictionaryBuild.notes':
    'FILE a une valeur par ligne (5 à 40 lettres et chiffres ; - pour l’entrée standard). Seuls lettres et chiffres sont\ncomparés. La liste contient des empreintes salées : qui l’a peut essayer des valeurs, gardez-la donc comme un secret.',
  'dictionaryBuild.done': 'octroi : {values} valeurs de sorte {kind} sont dans {file}.',
  ...cliCatalogue,
  ...cliCompile,
  ...cliPeople,
  ...cliEvaluation,
  ...cliEndpoint,
  ...cliDevices,
  ...cliEgress,
  ...cliMirror,
  ...cliNotices,
  ...cliPolicy,
  ...cliProbe,
  ...cliSiem,
  ...cliEvidence,
  ...cliMinimisation,
  ...cliProvenance,
  ...cliRetention,
};
