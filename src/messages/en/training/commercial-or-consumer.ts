/** Names in braces are entries of the catalogue: their values stand there when the text is shown. */
export const commercialOrConsumer = {
  title: 'Commercial or consumer?',
  summary: 'Which accounts may be used for work, what each lets the vendor do, and how to notice the wrong sign-in.',
  sections: {
    account: {
      title: 'The account decides, not the program',
      paragraphs: {
        same: 'The same program sends the same bytes, whichever account is signed in. What the vendor may do with them depends on the plan behind the account: its terms, its retention, its promises.',
        families:
          'There are two families of plans. Commercial ones are written for organisations: Claude Team, Claude Enterprise, the API, and Claude through a cloud provider such as Amazon Bedrock.',
        consumer:
          'Consumer plans are written for individuals: Claude Free, Pro and Max. That somebody pays for Pro or Max, or that the company pays it back, changes nothing: the terms are the individual’s.',
        rumour:
          'A rule you may have read, that Pro and Max are safe for code because they do not train, is out of date: {claim:no-training-pro-max}',
      },
    },
    models: {
      title: 'Who trains models on it',
      paragraphs: {
        commercial: 'Claude Team, Enterprise and the API – are models trained on what you send? {anth-com-training}.',
        consumer:
          'Claude Free, Pro and Max – are models trained on what you send? {anth-con-training}. The switch is in the personal settings of the account: nobody at work sees how it stands.',
        despite:
          'Even for somebody who opted out, a consumer plan still trains on: {anth-con-flagged}; {anth-con-fb}. A thumb up or down sends the conversation along.',
        cloud: 'Claude through Amazon Bedrock, Google Cloud or Microsoft Foundry – trained on? {anth-cloud-training}.',
      },
    },
    kept: {
      title: 'How long it is kept',
      paragraphs: {
        api: 'What goes through the API, which is the way octroi takes, is kept {anth-api-30}.',
        consumer:
          'On a consumer plan the same question and answer are kept {anth-con-30d} while training is switched off, and {anth-con-5y} while it is switched on.',
        chats:
          'Chats in the Team and Enterprise applications, which do not pass octroi, are kept {anth-chats}, unless the company set a period.',
        zdr: 'Zero data retention with the API: {anth-zdr-api}. On Free, Pro, Max and Team: {anth-zdr-none}. Whether your company has it stands in its contract and not in the program.',
      },
    },
    rights: {
      title: 'What the company may rely on, and who sees what',
      paragraphs: {
        business: 'Use for work under the consumer terms for Europe: {anth-con-nocom}.',
        indemnity:
          'If a third party claims that an answer infringes its rights, the vendor stands in – commercial plans: {anth-com-indem}; consumer plans: {anth-con-indem}.',
        vendor:
          'With any plan the vendor’s systems read what you send, and people may look at what was flagged as abuse, which is kept {anth-flagged-2y}.',
        company:
          'With a commercial plan your company can administer accounts, export and delete. With a personal account it can do none of this: it cannot even ask what was sent.',
        domain:
          'A personal account opened with your work address: {anth-con-domain}. What is in it does not stay private for that.',
        octroi:
          'octroi keeps a declaration of each exchange: what kinds of parts, how many bytes, what sort of sensitive thing was found. Never a value that was found, and in its console you are a pseudonym.',
      },
    },
    recognise: {
      title: 'How to notice the wrong sign-in',
      paragraphs: {
        through:
          'Through octroi you never sign in to the vendor. The client signs in to octroi, at your company’s own address, and octroi adds the company’s credential.',
        signs:
          'So these are signs of the wrong sign-in: a browser that opens claude.ai when the client starts; a `/status` that names a personal address, or Pro or Max; a plan’s weekly limit that is told to you.',
        token:
          'And this one, in a shell profile or a CI secret: CLAUDE_CODE_OAUTH_TOKEN. {variable:claude-code/CLAUDE_CODE_OAUTH_TOKEN}',
        refused:
          'octroi refuses personal credentials before it reads what you send. Such a refusal is no fault: `/logout`, then sign in again at the address of your company’s gateway.',
        late: 'If work did leave by a personal account: stop, change nothing in it, and tell security the same day – when, which account, what it was. What is told early can still be limited; what is found later cannot.',
      },
    },
  },
  questions: {
    'paid-max': {
      text: 'You pay for Claude Max, and your company pays it back to you. Under which terms does what you send stand?',
      right: 'Consumer terms: Max is a plan for individuals',
      wrong: [
        'Commercial terms, since the company pays',
        'Commercial terms, since it is a paid plan',
        'Those of the computer: a company’s laptop makes it commercial',
      ],
      why: 'The plan decides. Who pays, and on what machine, changes nothing in it.',
    },
    'what-decides': {
      text: 'What decides what the vendor may do with the code you send?',
      right: 'The plan behind the account or credential it is sent with',
      wrong: [
        'The program: Claude Code is always commercial',
        'The repository’s licence',
        'The network: from the office it is commercial',
      ],
      why: 'The same program sends the same bytes with every account; terms hang on the plan.',
    },
    'team-training': {
      text: 'Claude Team: are models trained on what you send?',
      right: 'No',
      wrong: ['Yes, unless somebody opts out', 'Yes, always', 'Only outside Europe'],
      why: 'So the commercial terms say; feedback that you send on purpose is dealt with apart.',
    },
    'pro-training': {
      text: 'A colleague uses Claude Code with Claude Pro and has never touched a setting. May models be trained on it?',
      right: 'Yes, until the colleague opts out',
      wrong: ['No, it is a paid plan', 'No, Claude Code is left out of it', 'Only on chats in the browser'],
      why: 'Consumer plans train unless one opts out, and Claude Code used with such an account is included.',
    },
    'api-days': {
      text: 'How long is what goes through the API kept?',
      right: '{anth-api-30}',
      wrong: ['{anth-con-5y}', 'until the contract ends', 'one hour'],
      why: 'That is the figure for the API; what is flagged as abuse is kept longer.',
    },
    'consumer-years': {
      text: 'On a consumer plan with training switched on, how long is a conversation kept?',
      right: '{anth-con-5y}',
      wrong: ['one week', 'one year', 'not at all'],
      why: 'Switching training on lengthens retention as well.',
    },
    'opted-out': {
      text: 'Somebody on Pro has opted out of training. What may still be used for it?',
      right: 'What was flagged, and feedback they send',
      wrong: ['Nothing at all', 'Everything sent on weekdays', 'Only file names'],
      why: 'Both stand in the consumer terms as exceptions to the opt-out.',
    },
    indemnity: {
      text: 'A third party claims rights in code an assistant wrote. Whom does the vendor defend?',
      right: 'Customers of commercial plans, under conditions',
      wrong: [
        'Everybody, without conditions',
        'Only users of Pro and Max',
        'Whoever accepted the answer in the editor',
      ],
      why: 'Consumer plans carry no indemnity; the commercial one leaves out, among others, output you modified or combined.',
    },
    'business-use': {
      text: 'What do the consumer terms for Europe say of use for work?',
      right: 'It is forbidden',
      wrong: ['It is allowed on paid plans', 'It is allowed for fewer than 10 people', 'They do not mention it'],
      why: 'So a personal account at work breaches its own terms, whatever else it does.',
    },
    'zdr-team': {
      text: 'Your team is on Claude Team. Can zero data retention be agreed for it?',
      right: 'No, not on this plan',
      wrong: ['It is on already', 'Yes, each person switches it on', 'Yes, by a variable of the program'],
      why: 'It is agreed in a contract, for plans that have it, and per organisation.',
    },
    'browser-opens': {
      text: 'You start the client and a browser opens claude.ai. What does this tell you?',
      right: 'It is not signing in through octroi: close it and use the gateway’s address',
      wrong: ['Nothing, every sign-in begins there', 'That your password has run out', 'That octroi is being updated'],
      why: 'Through octroi you sign in at your company’s own address and never to the vendor.',
    },
    'oauth-token': {
      text: 'In a CI job’s secrets you find CLAUDE_CODE_OAUTH_TOKEN. What is it?',
      right: 'A personal subscription’s token: it comes out, and octroi refuses it',
      wrong: [
        'The company’s API key under its new name',
        'A token that switches telemetry off',
        'Harmless, since CI jobs send no code',
      ],
      why: 'It stands for a consumer plan. The company’s credential lies in octroi alone.',
    },
    bedrock: {
      text: 'Claude through Amazon Bedrock: which family is it?',
      right: 'Commercial',
      wrong: ['Consumer', 'Neither, models there have no terms', 'It depends on who pays the bill'],
      why: 'It is bought by an organisation, under the cloud provider’s terms for organisations.',
    },
    'refused-credential': {
      text: 'octroi refuses a request because the credential is a personal one. What of its content has left?',
      right: 'Nothing: it was refused before the content was read',
      wrong: ['All of it, only the answer was held back', 'The first page', 'File names, not contents'],
      why: 'Consumer credentials are refused on the headers alone.',
    },
  },
} as const;
