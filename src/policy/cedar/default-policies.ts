/**
 * The policies that hold where nobody has said otherwise, in the language of the policy folder itself.
 *
 * `octroi policy show` prints them. One is left out by naming it under `withoutDefaultPolicies`. An id is never reused.
 */
export const defaultPolicies = `
@id("transmit")
@en("Nothing forbids it.")
@fr("Rien ne l’interdit.")
permit (principal, action, resource);

@id("consumer-plan")
@en("This plan is a consumer plan: the vendor may train on what it is sent, and owes the company nothing.")
@fr("Cette offre est grand public : le fournisseur peut entraîner ses modèles sur ce qu’il reçoit, et ne doit rien à l’entreprise.")
@en_hint("Use the company’s contract.")
@fr_hint("Passez par le contrat de l’entreprise.")
forbid (principal, action, resource)
when { context.plan.audience == "consumer" };

@id("plan-unknown")
@en("What this plan’s terms are is not known, so nothing is sent under it.")
@fr("Les conditions de cette offre ne sont pas connues : rien n’est envoyé sous elle.")
@en_hint("An operator should name a plan that the catalogue has, in the contract.")
@fr_hint("Un exploitant doit nommer, dans le contrat, une offre que le catalogue connaît.")
forbid (principal, action, resource)
when { context.plan.audience == "unknown" };

@id("business-use-forbidden")
@en("The terms of this plan forbid business use.")
@fr("Les conditions de cette offre interdisent l’usage professionnel.")
@en_hint("Use the company’s contract.")
@fr_hint("Passez par le contrat de l’entreprise.")
forbid (principal, action, resource)
when { context.plan.businessUse == "forbidden" };

@id("plan-trains")
@en("Under this plan the vendor trains on what it is sent.")
@fr("Sous cette offre, le fournisseur entraîne ses modèles sur ce qu’il reçoit.")
@en_hint("Opt out with the vendor, and write the document down as trainingOptOut of the contract.")
@fr_hint("Refusez l’entraînement auprès du fournisseur, puis inscrivez la pièce sous trainingOptOut du contrat.")
forbid (principal, action, resource)
when {
  context.plan.training == "yes" ||
  (context.plan.training == "unless_opted_out" && !context.contract.hasTrainingOptOut)
};

@id("contract-not-in-force")
@en("The contract is not in force today.")
@fr("Le contrat n’est pas en vigueur aujourd’hui.")
@en_hint("An operator should look at startsOn and endsOn of the contract.")
@fr_hint("Un exploitant doit vérifier startsOn et endsOn du contrat.")
forbid (principal, action, resource)
when { !context.contract.isInForce };

@id("contract-of-another-workspace")
@en("This workspace sends under another contract.")
@fr("Cet espace de travail envoie sous un autre contrat.")
@en_hint("An operator should look at the contract of the workspace.")
@fr_hint("Un exploitant doit vérifier le contrat de l’espace de travail.")
forbid (principal, action, resource)
when { context.workspace.contract != "" && context.workspace.contract != context.contract.name };

@id("training-overdue")
@en("Your training on AI assistants has run out.")
@fr("Votre formation aux assistants d’IA n’est plus à jour.")
@en_hint("Take the training; then this works again at once. {trainingAddress}")
@fr_hint("Suivez la formation : tout refonctionne aussitôt après. {trainingAddress}")
forbid (principal, action, resource)
when { principal.training == "overdue" };

@id("client-too-old")
@en("This version of the client is too old.")
@fr("Cette version du client est trop ancienne.")
@en_hint("Update the client.")
@fr_hint("Mettez le client à jour.")
forbid (principal, action, resource)
when { context.client.isTooOld };

@id("secret")
@en("It holds a secret.")
@fr("Il s’y trouve un secret.")
@en_hint("Take the secret out; a secret that was sent must be changed.")
@fr_hint("Retirez le secret ; un secret déjà envoyé doit être changé.")
forbid (principal, action == Action::"transmit", resource)
when { resource.findings.classes.contains("secret") };

// What the assistant thought came from the vendor, which has it: only a secret there is worth stopping for.
@id("personal-data")
@en("It holds personal data.")
@fr("Il s’y trouve des données personnelles.")
@en_hint("Take them out, or use made-up ones.")
@fr_hint("Retirez-les, ou employez des données fictives.")
forbid (principal, action == Action::"transmit", resource)
when { resource.kind != "thinking" && resource.findings.classes.contains("personal") };

@id("dictionary-term")
@en("It holds a word from the company’s list of confidential words.")
@fr("Il s’y trouve un mot de la liste des mots confidentiels de l’entreprise.")
@en_hint("Take the word out.")
@fr_hint("Retirez ce mot.")
forbid (principal, action == Action::"transmit", resource)
when { resource.kind != "thinking" && resource.findings.classes.contains("dictionary") };

@id("secret-in-thinking")
@en("The assistant’s own thinking holds a secret, and must not be changed.")
@fr("La réflexion de l’assistant contient un secret, et ne peut pas être modifiée.")
@en_hint("Go back before it (/rewind), or begin anew (/clear).")
@fr_hint("Revenez en arrière (/rewind) ou recommencez (/clear).")
forbid (principal, action, resource)
when { resource.kind == "thinking" && resource.findings.classes.contains("secret") };

@id("label-never-leaves")
@en("This is data that no assistant on the Internet may see (ANSSI, R34).")
@fr("Ce sont des données qu’aucun assistant sur Internet ne doit voir (ANSSI, R34).")
@en_hint("Go back before it was read (/rewind), or begin anew (/clear).")
@fr_hint("Revenez avant sa lecture (/rewind) ou recommencez (/clear).")
forbid (principal, action, resource)
when { resource.label.neverLeaves };

@id("label-needs-zdr")
@en("Data of this class leaves under zero data retention only, and it is not in force for this exchange.")
@fr("Les données de cette classe ne partent que sous rétention nulle (ZDR), qui ne s’applique pas à cet échange.")
@en_hint("Go back before it was read (/rewind), or work in a workspace whose contract has zero data retention.")
@fr_hint("Revenez avant sa lecture (/rewind), ou travaillez dans un espace dont le contrat prévoit la rétention nulle.")
forbid (principal, action, resource)
when { resource.label.needsZdr && !context.isZdrInForce };

@id("label-above-ceiling")
@en("Data of this class does not leave from this workspace.")
@fr("Les données de cette classe ne partent pas de cet espace de travail.")
@en_hint("Go back before it was read (/rewind), or begin anew (/clear).")
@fr_hint("Revenez avant sa lecture (/rewind) ou recommencez (/clear).")
forbid (principal, action, resource)
when { resource.label.rank > context.workspace.ceilingRank };

@id("zdr-missing")
@en("This workspace sends under zero data retention only, and its contract does not have it.")
@fr("Cet espace n’envoie que sous rétention nulle (ZDR), et son contrat ne la prévoit pas.")
@en_hint("An operator should name the contract that has it.")
@fr_hint("Un exploitant doit nommer le contrat qui la prévoit.")
forbid (principal, action, resource)
when { context.workspace.zdr && !(context.contract.hasZdr && context.plan.isZdrOffered) };

@id("zdr-model")
@en("The vendor keeps what this model is sent, even under zero data retention; this workspace does not allow it.")
@fr("Le fournisseur conserve ce que reçoit ce modèle, même sous rétention nulle (ZDR) ; cet espace ne l’admet pas.")
@en_hint("Choose another model (/model).")
@fr_hint("Choisissez un autre modèle (/model).")
forbid (principal, action, resource)
when { context.workspace.zdr && context.model.isOutsideZdr };

@id("zdr-feature")
@en("The request uses a feature that zero data retention does not cover; this workspace does not allow it.")
@fr("La requête emploie une fonction que la rétention nulle (ZDR) ne couvre pas ; cet espace ne l’admet pas.")
@en_hint("Do without files, batches, code execution and MCP connectors of the vendor.")
@fr_hint("Passez-vous des fichiers, lots, exécutions de code et connecteurs MCP du fournisseur.")
forbid (principal, action, resource)
when { context.workspace.zdr && !context.featuresOutsideZdr.isEmpty() };

@id("model-ignores-opt-out")
@en("The vendor trains on what this model is sent, whatever the contract says.")
@fr("Le fournisseur entraîne ce modèle sur ce qu’il reçoit, quoi que dise le contrat.")
@en_hint("Choose another model (/model).")
@fr_hint("Choisissez un autre modèle (/model).")
forbid (principal, action, resource)
when { context.model.ignoresOptOut };

// A stand-in can be turned back, so that what it stands for is still personal data: redaction does not help here.
@id("personal-data-needs-zdr")
@en("The vendor’s terms let personal data pass under zero data retention only, and it is not in force for this exchange.")
@fr("Les conditions du fournisseur n’admettent de données personnelles que sous rétention nulle (ZDR), qui ne s’applique pas à cet échange.")
@en_hint("Take the personal data out, or use made-up ones.")
@fr_hint("Retirez les données personnelles, ou employez des données fictives.")
forbid (principal, action, resource)
when {
  context.plan.personalDataNeedsZdr && !context.isZdrInForce &&
  resource.findings.classes.contains("personal")
};
`;
