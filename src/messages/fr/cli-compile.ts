import type { cliCompile as english } from '../en/cli-compile.ts';
import type { Translated } from '../translated.ts';

export const cliCompile: Translated<typeof english> = {
  'option.target':
    'ce pour quoi elle est écrite ; sans cette option, les cibles sont listées ; `all` les désigne toutes',
  'option.contract': 'le contrat de la politique sous lequel l’offre est détenue (par défaut : celui de cette offre)',
  'option.gateway':
    'l’adresse de la passerelle, telle que Claude Code doit l’avoir (pour écrire, par défaut celle des réglages)',
  'option.login': 'au lieu de la passerelle : l’organisation à laquelle Claude Code doit se connecter',
  'option.hooks': 'l’adresse à laquelle vont les hooks de Claude Code (par défaut : aucun)',
  'policyCompile.summary': 'Écrire la politique pour d’autres programmes : assistants, gestion des postes, réseau',
  'policyCompile.columns': 'CIBLE|FAITE POUR',
  'policyCompile.wrote': 'octroi : {path} est écrit',
  'compile.made':
    'Fait par octroi à partir de la politique {version} et du catalogue {catalogue}, pour l’offre {plan}. Ne pas modifier à la main.',
  'compile.limits': 'Ce qui ne peut pas y être imposé :',
  'compileLimit.content':
    'Aucun contenu n’est inspecté : secrets et données personnelles passent dans les fichiers non nommés ici. La passerelle les trouve.',
  'compileLimit.person': 'C’est le même pour tous : rôles et formation n’y sont pas connus.',
  'compileLimit.detectors': 'Ce qui est étiqueté par ce qu’on y trouve ({labels}) n’est pas couvert.',
  'compileLimit.outsideRepository':
    '{count} chemins hors du dépôt (dossiers personnels, racines, lecteurs) sont laissés de côté.',
  'compileLimit.exceptions': 'Il n’y a pas d’exceptions : ce que la politique excepte de ces chemins est refusé aussi.',
  'compileLimit.letterCase': 'La casse compte telle qu’écrite ; la politique elle-même l’ignore.',
  'compileLimit.ignoreFileUnmanaged': 'Qui peut modifier le dépôt peut le modifier.',
  'compileLimit.commands': 'Il ne vaut pas pour les commandes que l’assistant lance dans un terminal.',
  'compileLimit.aiexcludeEditors':
    'Les éditeurs JetBrains n’ont pas de réglage pour lui, et les lignes de commande lisent un autre fichier.',
  'compileLimit.claudeImports': 'Les imports (@fichier) des fichiers d’instructions passent outre les règles Read.',
  'compileLimit.claudeSandbox':
    'Le bac à sable couvre les commandes là où il peut tourner. Sous Linux il lui faut bwrap et socat, sans lesquels le client ne travaille pas ; il n’y prend pas de jokers : de ces chemins, seuls ceux qui n’en ont pas y valent.',
  'compileLimit.claudeToken': 'La clé de chacun (ANTHROPIC_AUTH_TOKEN) n’y est pas.',
  'compileLimit.claudeHooks':
    'Les hooks laissent tout passer s’ils restent sans réponse : la passerelle décide de toute façon.',
  'compileLimit.claudeLogin':
    'Connecté, Claude Code ne passe pas par la passerelle : rien n’est inspecté, caviardé ni déclaré.',
  'compileLimit.registryEncoding':
    'Enregistrez-le en UTF-16 si votre outil le demande ; le texte est en ASCII si la politique l’est.',
  'compileLimit.copilotSurfaces':
    'L’exclusion de contenu n’atteint ni la ligne de commande de Copilot, ni son agent en nuage, ni les modes agent, ni les agents tiers.',
  'compileLimit.copilotTelemetry': 'On ne connaît aucun réglage qui arrête la télémétrie propre à GitHub.',
  'compileLimit.copilotCommands':
    'Les règles valent pour les outils de Copilot ; une commande peut lire les fichiers autrement.',
  'compileLimit.noPaths': 'Il ne connaît pas de chemins : rien n’empêche la lecture d’un fichier.',
  'compileLimit.vscodeExtensions':
    'Les extensions qui ignorent le réglage de télémétrie de VS Code envoient ce qu’elles veulent.',
  'compileLimit.userSettings': 'Ce sont les réglages d’une personne : qui les possède peut les changer.',
  'compileLimit.awsOptOut':
    'Pour toute une organisation, posez aussi la règle d’exclusion des services d’IA dans AWS Organizations.',
  'compileLimit.planRefused': 'La politique refuse {plan} entièrement : n’admettez pas ce programme sous cette offre.',
  'compileLimit.codexGlobs': 'Des versions de Codex auraient ignoré les jokers ici ; essayez la vôtre.',
  'compileLimit.codexWire': 'Codex parle un protocole que la passerelle ne parle pas : rien n’y est inspecté.',
  'compileLimit.geminiIgnore': 'Les chemins sont écartés par .geminiignore dans le dépôt (cible geminiignore).',
  'compileLimit.geminiEnvironment':
    'GEMINI_CLI_SYSTEM_SETTINGS_PATH peut nommer un autre fichier : fixez-la hors de portée des utilisateurs.',
  'compileLimit.networkContent':
    'Les noms disent où, pas quoi : étiquettes, trouvailles et personnes ne comptent pas ici.',
  'compileLimit.sharedHost':
    'La télémétrie qui partage un hôte avec l’API ou la connexion passe (celle de Claude Code le fait).',
  'compileLimit.otherPlans':
    'Les offres qui partagent un hôte ne se distinguent pas par le nom ; un en-tête d’organisation le peut.',
  'compileLimit.sharedNames':
    'D’autres programmes emploient aussi ces hôtes, qui ne sont donc ici ni autorisés ni refusés ; à vous d’en décider : {hosts}',
  'compileLimit.squidLocalnet':
    'Il n’autorise que les sources de votre propre liste `localnet` : définissez-la avant la ligne qui inclut ce fichier.',
  'compileLimit.squidSni':
    'Un client peut nommer un hôte et parler à un autre ; observez le SNI et exigez qu’il soit le même.',
  'compileLimit.resolver': 'Cela vaut pour qui interroge ce résolveur : bloquez les autres, et DNS sur HTTPS.',
  'compileLimit.innerWildcards': '{count} motifs avec un joker au milieu du nom ne peuvent pas être exprimés.',
  'compileLimit.hostsWildcards': '{count} motifs avec un joker ne peuvent pas être exprimés.',
  'compileLimit.hostsAdministrator': 'Qui administre la machine peut le changer.',
  'compileLimit.pacBrowsers':
    'Les navigateurs s’y tiennent. Claude Code et d’autres lignes de commande lisent HTTPS_PROXY et aucun PAC.',
  'compileLimit.nftAddresses':
    'Une adresse sert à beaucoup de noms : des voisins d’un nom refusé peuvent être touchés, et les changements se voient tard.',
  'compileLimit.dnsmasqBelow': 'dnsmasq prend un nom avec tout ce qui est au-dessous, sauf si cela figure lui-même.',
};
