import type { cliEvaluation as english } from '../en/cli-evaluation.ts';
import type { Translated } from '../translated.ts';

export const cliEvaluation: Translated<typeof english> = {
  'evaluationRun.summary': 'Évaluer la rétention zéro et ses alternatives pour des classes de données',
  'evaluationRun.notes':
    'FILE (YAML) indique, pour chaque étiquette, à quelle fréquence et avec quelle gravité cela peut mal tourner, en fourchettes\nsignées de qui les a estimées ; là où il dit measured, les volumes sont comptés dans le registre. Cinq options sont comparées\nsur des années simulées, avec ce qu’elles coûtent et ce qu’on y perd. Le même fichier, les mêmes volumes et la même graine\ndonnent les mêmes chiffres. Rien n’est enregistré.',
  'evaluationRun.head':
    '{evaluation} : {plan}, {currency} par an. {trials} années simulées, graine {seed}, moteur {engine}. Catalogue {catalogue}.',
  'evaluationRun.measured': 'Compté du {from} au {to} ({days} jours) : {exchanges} échanges par an.',
  'evaluationRun.short': 'Moins de sept jours ont été comptés : ils disent peu d’une année.',
  'evaluationRun.columns': 'OPTION|PERTE MOYENNE|50 %|90 %|95 %|99 %|COÛTS|ENSEMBLE',
  'evaluationRun.chosen': 'Selon le choix',
  'evaluationRun.tolerance':
    '{option} : plus de {loss} est perdu avec une probabilité de {chance} ; au plus {probability} est toléré{mark}',
  'evaluationRun.within': ' ✓',
  'evaluationRun.beyond': ' ✗',
  'evaluationRun.classColumns': 'ÉTIQUETTE|OPTION|PERTE MOYENNE|95 %|99 %|ANNÉES SANS PERTE',
  'evaluationRun.curve': 'PROBABILITÉ DE PERDRE PLUS DE',
  'evaluationRun.tornado':
    '{option}, ce qui fait le plus varier le total : pertes et coûts avec une entrée à ses 5 % et à ses 95 %',
  'evaluationRun.tornadoColumns': 'ÉTIQUETTE|ENTRÉE|À SES 5 %|À SES 95 %',
  'evaluationRun.costColumns': 'OPTION|ÉTIQUETTE|COÛT|EN MOYENNE|5 %|95 %',
  'evaluationRun.feature': 'sans {name}',
  'evaluationRun.model': 'sans le modèle {name}',
  'evaluationRun.unpriced': 'La rétention zéro enlève aussi ceci, et le fichier n’y met pas de prix : {names}.',
  'evaluationRun.check':
    'La moyenne est de {mean} par simulation (erreur type {error}) et de {expected} par le calcul.',
  'evaluationDecide.summary': 'Décider, et inscrire la décision au registre avec tout ce sur quoi elle repose',
  'evaluationDecide.notes':
    'FILE est évalué comme par `octroi evaluation run` ; chacune de ses classes reçoit une option : as_is, redaction, zdr,\nzdr_redaction ou block. La décision est rouverte quand son jour est passé, quand les faits du catalogue sur lesquels elle\nrepose changent ou que les conditions du fournisseur ne les confirment plus, quand un volume la dépasse, ou quand un modèle\nque la rétention zéro ne couvre pas est utilisé.',
  'evaluationDecide.done':
    'octroi : {evaluation} est décidée jusqu’au {expiresOn}. Empreinte de ce sur quoi elle repose : {digest}',
  'evaluationShow.summary': 'Montrer ce qui a été décidé, et si cela vaut encore',
  'evaluationShow.notes':
    'Sans NAME, toutes les évaluations, par leur dernière décision. Code de sortie 0 : toutes valent ; 1 : l’une est rouverte ;\n3 : rien n’a été décidé.',
  'evaluationShow.none': 'octroi : rien n’a encore été décidé. Décidez avec : octroi evaluation decide',
  'evaluationShow.columns': 'ÉVALUATION|OFFRE|ÉTAT|DÉCIDÉE LE|JUSQU’AU|PAR|CHOIX',
  'evaluationShow.reason': '{evaluation} : {reason}',
  'evaluationShow.residual': 'Risque résiduel : {text}',
  'evaluationShow.dpo': 'Avis du délégué à la protection des données : {opinion}. {text}',
  'evaluationShow.rests': 'Repose sur le catalogue {catalogue} et les entrées {digest}.',
  'evaluationVendors.summary': 'Comparer les offres de tous les fournisseurs un jour donné, avec poids et sources',
  'evaluationVendors.notes':
    'Selon les cinq critères du livre blanc et dix autres. Chaque valeur rapporte selon sa place dans l’ordre de son critère, de\nce qui prend le moins au client à ce qui lui prend le plus : un ordre, pas une mesure. L’inconnu ne rapporte rien ; CONNU dit\nde quelle part du poids on sait quelque chose. Avec --label, la politique dit quelles offres peuvent voir un fichier qui la porte.',
  'evaluationVendors.head':
    'Le {on}, d’après le catalogue {catalogueVersion}. D’après le registre, le poste décidait ce jour-là d’après {catalogueThen}.',
  'evaluationVendors.columns': 'OFFRE|RAPPORTE|CONNU',
  'evaluationVendors.agreed': '{verdict} (avec ce qui se convient sur demande)',
  'evaluationVendors.how': '≠ : des sources se contredisent. Tous les critères et leurs sources : --json ou --csv.',
  'option.weight':
    'combien compte un critère, par exemple zdr=3 ; une fois pour chacun (par défaut : les cinq du livre blanc, à égalité)',
  'evaluationVendors.label': 'une étiquette : quelles offres peuvent voir un fichier qui la porte, selon la politique',
  'option.choose': 'une option pour une classe, LABEL=OPTION ; une fois pour chacune',
  'option.decider': 'qui décide',
  'option.residual-risk': 'quel risque demeure, dans les mots de ceux qui décident',
  'option.dpo-opinion': 'favourable, with_reservations ou unfavourable',
  'option.dpo-reasons': 'les raisons du délégué à la protection des données',
  'option.expires': 'le dernier jour où la décision vaut, dans l’année',
};
