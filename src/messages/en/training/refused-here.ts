/**
 * What is said beside the numbers of the tenant’s own refused exchanges. What a question is about stands before the
 * first hyphen of its name: questions about what was refused here are drawn first.
 */
export const refusedHere = {
  title: 'What was refused here',
  summary: 'What octroi held back in your company of late, by kind and in numbers only, and what to do instead.',
  sections: {
    why: {
      title: 'What a refusal is',
      paragraphs: {
        before:
          'A request that is refused has not left: octroi decides before a byte of it goes to the vendor. The refusal says why, and what to remove.',
        redacted:
          'Where the policy allows it, octroi does not refuse but puts a stand-in in place of the value. The answer then comes back with your value in it, and the vendor has seen the stand-in alone.',
        recorded:
          'That it was refused is recorded, with the kind of what was found and never the value. Below stand sums over many persons; nobody is named, counted or ranked in them.',
      },
    },
    instead: {
      title: 'What to do instead',
      paragraphs: {
        secret:
          'A secret: take it out of the file or command and name it by its variable. The assistant does not need the value to write the code that uses it. If it was in a file that is shared, change it all the same.',
        personal:
          'Personal data: make up a record of the same shape. A test that needs real persons to pass is a finding of its own.',
        dictionary:
          'A word of the company’s dictionary, such as a customer or a project: use a neutral name for the question and put the real one back yourself.',
        label:
          'A file whose label may not leave: ask about its interface and leave its content where it is. If the label is wrong, its owner changes the policy; nobody works around it.',
        plan: 'A plan, contract or client that the policy does not allow: nothing in your text is wrong. Tell your operator; trying again does not help.',
      },
    },
  },
  questions: {
    'secret-name': {
      text: 'A request was refused because of a database password in a configuration file. What do you do?',
      right: 'Take the value out, name the variable instead, and ask again',
      wrong: ['Split the password over two lines', 'Write it in base64', 'Paste it as a picture'],
      why: 'The assistant needs the name and not the value. Disguises send the secret all the same.',
    },
    'secret-left': {
      text: 'A token stood in a request that was refused. Has it left?',
      right: 'No, but if it lies in a shared file it should be changed all the same',
      wrong: ['Yes, the vendor has it', 'Only its first half', 'Only if the answer was long'],
      why: 'Refused means: not a byte of it left. That it lies open in a file is a matter of its own.',
    },
    'secret-standin': {
      text: 'octroi let a request pass with a stand-in for an API key. What did the vendor see?',
      right: 'The stand-in',
      wrong: ['The key', 'The key, encrypted', 'Nothing of the request'],
      why: 'The value is spliced out before the bytes leave, and put back into the answer here.',
    },
    'secret-working': {
      text: 'The assistant asks for “the real key, to test the call”. What is right?',
      right: 'Run the test yourself, and show the assistant the answer without the key',
      wrong: ['Give it, the session is short', 'Give it and change it next month', 'Give a colleague’s'],
      why: 'Code can be tested with a key in the environment that the assistant never reads.',
    },
    'personal-fixture': {
      text: 'A test fixture with customers’ addresses was refused. What do you put in its place?',
      right: 'Made-up records of the same shape',
      wrong: ['The same records with the names in capitals', 'Half of the records', 'The records of another country'],
      why: 'Shape is what code needs; persons are not.',
    },
    'personal-log': {
      text: 'You want help with a log that is full of e-mail addresses. What do you send?',
      right: 'The few lines that matter, with the addresses replaced',
      wrong: ['All of it, addresses are public', 'All of it as a PDF', 'All of it, in two halves'],
      why: 'The less leaves, the less there is to find. A PDF only hides it from the scan.',
    },
    'personal-pdf': {
      text: 'Why is it no way out to send refused text as a picture?',
      right: 'Nobody can check a picture: it leaves unseen, and you answer for it',
      wrong: ['It is: pictures hold no data', 'Pictures are always refused', 'The vendor cannot read pictures'],
      why: 'octroi counts what it cannot read. The vendor’s model reads it well.',
    },
    'dictionary-customer': {
      text: 'A request was refused for a customer’s name, which is in the company’s dictionary. What helps?',
      right: 'A neutral name in the question, and the real one put back by you',
      wrong: ['The name spelt backwards', 'The name in another alphabet', 'Taking the name out of the dictionary'],
      why: 'The assistant does not need to know for whom the code is.',
    },
    'dictionary-owner': {
      text: 'A common word is refused again and again because it stands in the dictionary. What do you do?',
      right: 'Tell whoever keeps the dictionary, so that the entry is made narrower',
      wrong: ['Avoid octroi for such questions', 'Use a personal account', 'Write the word with a space in it'],
      why: 'A rule that hits the wrong thing is mended in the rule.',
    },
    'label-file': {
      text: 'A file under a label that may not leave was refused. You need help with code that calls it. What do you send?',
      right: 'The signatures that you call, without the file',
      wrong: ['The file under another name', 'The file copied into the question', 'The file in three pieces'],
      why: 'What is labelled is the content, wherever it is copied to.',
    },
    'label-wrong': {
      text: 'You think a file is labelled too strictly. Who changes it?',
      right: 'The owner of the policy, by a change that is reviewed',
      wrong: ['You, by moving the file', 'The assistant, if you ask it', 'Nobody, labels never change'],
      why: 'The policy is a file with a history. Moving the file only hides the question.',
    },
    'plan-again': {
      text: 'A refusal says that the client is too old. What helps?',
      right: 'Updating the client',
      wrong: ['Sending the request again', 'A shorter question', 'Another model'],
      why: 'Nothing in the request is wrong; sending it again only gets the same answer.',
    },
    'plan-personal': {
      text: 'Work is urgent and octroi refuses. A colleague offers a personal account. What is right?',
      right: 'Decline, and ask your lead: there is a way for urgent cases, and it is recorded',
      wrong: ['Use it for one question', 'Use it and delete the chat', 'Use it from a private phone'],
      why: 'A personal account takes the work out of every promise the company has from the vendor.',
    },
  },
} as const;
