/** Names in braces are entries of the catalogue: their values stand there when the text is shown. */
export const whatLeaves = {
  title: 'What leaves with a prompt',
  summary:
    'What an assistant sends beyond what you type, where secrets hide, how long it stays, and what to do after a mistake.',
  sections: {
    more: {
      title: 'More than you type',
      paragraphs: {
        rumour:
          'That only files leave which the assistant reads is a common belief, and wrong. {claim:only-read-files-leave}',
        instructions:
          'So a CLAUDE.md, and whatever it imports, leaves with the first question of every session. Write into it only what may leave: no names of customers, no internal addresses, no credential “for testing”.',
        again:
          'Each turn sends the whole conversation again. What came in once, a log or a file, goes out with every question until the conversation ends. Begin a new one for a new subject.',
      },
    },
    commands: {
      title: 'Files and the output of commands',
      paragraphs: {
        output:
          'The output of a command is content like any other: `env`, a database query, a test that prints a customer’s record, `grep` over a folder. Look at what a command will print before you let it run.',
        deny: 'A rule that forbids the assistant to read a path has limits. {setting:claude-code/permissions.deny}',
        sandbox: 'That is why there is a second lock. {setting:claude-code/sandbox.filesystem.denyRead}',
        pictures:
          'Screenshots and PDF files leave as they are. octroi counts their bytes and cannot read what is in them: a screen with a customer on it leaves unseen by anybody but you.',
      },
    },
    secrets: {
      title: 'Secrets',
      paragraphs: {
        where:
          'They hide in `.env` files, shell profiles, CI logs, connection strings, test fixtures, notebooks, and in git history long after they were removed from the file.',
        octroi:
          'octroi looks at everything new in a request. What it takes for a secret leaves as a stand-in, or the request is refused and says what to remove. It finds many kinds and not all: it is a net, not a permission.',
        sent: 'A secret that has left is known. Deleting the message does not take it back: it must be changed where it is valid, today.',
      },
    },
    telemetry: {
      title: 'Telemetry and feedback',
      paragraphs: {
        hosts:
          'Besides your questions the program reports on itself. Old lists name statsig.anthropic.com and sentry.io as the hosts to block. {claim:telemetry-hosts}',
        variables: 'Two variables are often named as the cure. {claim:two-variables-silence}',
        profiles: 'Nor is your own shell profile the place for them. {claim:variables-in-profiles}',
        feedback:
          '`/feedback` sends the conversation to the vendor on purpose, and it is kept {anth-feedback-5y}. Where your company left the command in, think before you use it; never after a mistake.',
      },
    },
    kept: {
      title: 'How long it stays',
      paragraphs: {
        api: 'At the vendor, through the API: {anth-api-30}. What was flagged as abuse: {anth-flagged-2y}, under zero data retention too.',
        files:
          'Files uploaded through the Files API: {anth-files}; deletion: {anth-files-delete}. octroi keeps a list of them and reminds.',
        local:
          'On your own disk the program keeps transcripts of every session in plain text. {setting:claude-code/cleanupPeriodDays} The backup of your disk has them too.',
        zdr: 'Zero data retention covers less than its name says. {claim:zdr-complete}',
      },
    },
    mistake: {
      title: 'After a mistake',
      paragraphs: {
        stop: 'Stop the session, and do not ask the assistant to “forget”: that only sends it once more.',
        change: 'Change the secret first, then look for who may have used it. Minutes count here; explanations do not.',
        tell: 'Tell security the same day: when, in which repository, what it was. The declaration in octroi shows what left and what was held back, so nobody has to guess.',
        keep: 'Delete nothing before they have looked: the transcript on your disk is what shows how far it went. They also ask the vendor for deletion, where that can be asked for.',
      },
    },
  },
  questions: {
    'only-read': {
      text: 'You ask a question about nothing in particular, and the assistant reads no file. What may have left?',
      right: 'Your instruction files, the git branch and last commits, and the working folder as well',
      wrong: [
        'Only the question',
        'The question and your user name, nothing else',
        'Nothing until you accept an answer',
      ],
      why: 'Measured: these leave without any read.',
    },
    'claude-md': {
      text: 'A CLAUDE.md names a customer and an internal host. When does it leave?',
      right: 'With every session in that folder, unasked',
      wrong: ['Only if you mention the file', 'Never, it is settings', 'Only when it is changed'],
      why: 'It is read at the start and sent as instructions, with what it imports.',
    },
    turns: {
      text: 'You pasted a long log at the start of a conversation. What happens to it twenty questions later?',
      right: 'It is sent once more with each question',
      wrong: [
        'It stays with the vendor and is sent no more',
        'It is dropped after three turns',
        'Only its first lines are sent',
      ],
      why: 'Each turn carries the whole history. A new conversation ends that.',
    },
    env: {
      text: 'The assistant wants to run `env` to find out why a build fails. What is the risk?',
      right: 'Its output, with every credential in the environment, becomes part of what is sent',
      wrong: [
        'None, output stays in the terminal',
        'None, environment variables are not content',
        'It might change the environment',
      ],
      why: 'Output of commands is sent like a file that was read.',
    },
    deny: {
      text: 'A rule denies reading `.env`. A script that the assistant runs opens it. What happens?',
      right: 'The rule does not stop the script; a sandbox does',
      wrong: ['The rule stops every program', 'The file is sent encrypted', 'The script sees an empty file'],
      why: 'Deny rules stop the assistant’s own tools; what programs open is a matter for the sandbox.',
    },
    picture: {
      text: 'You paste a screenshot of a customer’s account. What does octroi see in it?',
      right: 'That it is a picture, and its size: nobody reads what is on it',
      wrong: ['The customer’s name, which it blackens', 'The text, as with a file', 'Nothing, pictures are refused'],
      why: 'It is declared as bytes that could not be read. What is on it is yours to check.',
    },
    sent: {
      text: 'A production password left in a prompt five minutes ago. What comes first?',
      right: 'Change the password where it is valid',
      wrong: ['Delete the conversation', 'Ask the assistant to forget it', 'Wait for the vendor’s retention to end'],
      why: 'What has left is known. Only changing it makes it worthless.',
    },
    net: {
      text: 'octroi found no secret in your request. What does this mean?',
      right: 'That none of the kinds it knows was found, and no more',
      wrong: ['That there is none', 'That security has agreed to it', 'That the file may go anywhere from now on'],
      why: 'Detection is a net with holes. Your own look comes before it.',
    },
    silence: {
      text: 'DISABLE_TELEMETRY and DISABLE_ERROR_REPORTING are set. Is the program silent now, but for inference?',
      right: 'No: other connections remain',
      wrong: ['Yes, entirely', 'Yes, in Europe', 'Yes, for paid plans'],
      why: 'Measured: connections remain. Managed settings and octroi’s own route deal with the rest.',
    },
    feedback: {
      text: 'How long is a conversation kept that was sent with `/feedback`?',
      right: '{anth-feedback-5y}',
      wrong: ['{anth-api-30}', 'until you end the session', 'one week'],
      why: 'Feedback has a retention of its own, much longer than that of a question.',
    },
    files: {
      text: 'A file was uploaded through the Files API. When does it go?',
      right: 'When somebody deletes it, or at the expiry that was set on it',
      wrong: ['After 30 days at the latest', 'With the end of the session', 'As soon as it was read'],
      why: 'Without an expiry it stays; octroi lists what lies there.',
    },
    flagged: {
      text: 'Your company has zero data retention. How long is an exchange kept that was flagged as abuse?',
      right: '{anth-flagged-2y}',
      wrong: ['not at all', 'one day', 'until the next invoice'],
      why: 'Flagged content is an exception to zero data retention.',
    },
    local: {
      text: 'Where does a transcript of your session lie after you close the terminal?',
      right: 'On your own disk, in plain text, for weeks',
      wrong: ['Nowhere', 'Only at the vendor', 'In the repository, as a commit'],
      why: 'The program keeps them so that a session can be resumed; their age is a setting.',
    },
    repository: {
      text: 'Your profile sets where requests go. You open a repository of somebody else that brings its own settings. What may happen?',
      right: 'The repository’s settings override yours, the address included; managed ones hold',
      wrong: ['Yours always count', 'The client refuses to start', 'Nothing, repositories have no settings'],
      why: 'Measured. That is why your company writes managed settings.',
    },
  },
} as const;
