import type { Wordings } from './wording.ts';

/** What findings of checking an appeal say. */
export const CHECK_WORDINGS = {
  'missing-translation': {
    message: '{name} is missing in {tag}.',
    hint: 'Add it, name a fallback for {tag} under languages, or leave {tag} out with --lang.',
  },
  'fallback-language/texts': {
    message: '{count} texts have no wording in {tag}: that in {fallback} is printed.',
    hint: 'Translate them, or leave the fallback out to have each one named.',
  },
  'fallback-language/names': {
    message:
      '{count} names have no form in {tag}: that of another language is printed, and marked as such ({some}{more}).',
    hint: 'See which: handbill translate status --lang {tag}',
  },
  'french-spaces': {
    message: 'In {count} texts in {tag}, signs such as : ; ! ? « » have other spaces than French print sets.',
    hint: 'To set them in your files: handbill check --fix',
  },
  'draft-translation/appeal': {
    message: 'Texts of the appeal are drafts that no speaker has signed: {tags}.',
    hint: 'Have them read, then set review: reviewed under languages.',
  },
  agreement: {
    message:
      'Of {quantity} in the fact {fact} there are now {now} and no longer {was}: words around it may have to change in {language}.',
    hint: 'Read the sentence. Forms for one and for many stand in the text so: {code}',
  },
  'bad-value/one-form': {
    message:
      'The unit “{unit}” of {quantity} in {language} is one form for all numbers; {numbers} need several.',
    hint: 'Write each of them as the unit: {forms}',
  },
  'bad-value/two-places': {
    message: '{part} stand in the appeal and in a file of their own: those of {file} are used.',
  },
  'no-addressee': {
    message: 'The demand {id} is put to nobody: no target of the appeal is among those it is put to.',
    hint: 'Add whom it is put to, or add them to the targets.',
  },
  'single-source': {
    message: 'The fact {id} rests on one source alone, {source}.',
    hint: 'Look for a second one, and name it under sources.',
  },
  'near-day': {
    message: 'The fact {id} says “{words}”, and is read on other days too.',
    hint: 'Say which day, month or year that is.',
  },
  'unvoiced-figure/alone': {
    message: 'The figure {quantity} is printed without who says so.',
    hint: 'Name the voice, unless the sentence itself does.',
  },
  'no-concern': {
    message: 'The fact {id} is told to every target: it doesn’t say whom it concerns.',
    hint: 'Name kinds of contact or contacts under concerns, so that nobody is written to about what others did.',
  },
  'appeal-ended/won': {
    message: 'The appeal is won, since {since} (source: {source}): nobody is called to act any more.',
    hint: 'Take down what hangs. To see which: handbill status. To make its protests all the same, with this said on them: --force.',
  },
  'appeal-ended/closed': {
    message: 'The appeal is closed, since {since} (source: {source}): nobody is called to act any more.',
    hint: 'Take down what hangs. To see which: handbill status. To make it all the same, with this said on it: --force.',
  },
  'appeal-ended/withdrawn': {
    message: 'The appeal is withdrawn, since {since} (source: {source}): nobody is called to act any more.',
    hint: 'Take down what hangs. To see which: handbill status. To make it all the same, with this said on it: --force.',
  },
  'deadline-passed': {
    message: 'The appeal asks to act before {actBefore}, and today is {today}.',
    hint: 'Ask the issuer whether acting still makes sense, and change actBefore.',
  },
  'deadline-passed/closed': {
    message: 'The appeal asks to act before {actBefore}, and today is {today}.',
    hint: 'Ask the issuer whether acting still makes sense, and change actBefore. To make the material all the same: --force.',
  },
  'event-passed': {
    message: 'The {kind} {id} was on {date}, and today is {today}.',
    hint: 'Take it out of the events, or give it its new day.',
  },
  'facts-old': {
    message: 'The facts are as of {asOf}, {age} days ago.',
    hint: 'Look whether they still hold, correct what changed, and set asOf.',
  },
  'weekday-mismatch/event': {
    message: '{date} is a {right}, and the announcement says {weekday}.',
    hint: 'Ask who calls the event which of the two is right.',
  },
  'hidden-character': {
    message: 'A character that nobody sees stands here, U+{code}: the text is other than it looks.',
    hint: 'Type the text anew, without it.',
  },
  'lost-character/value': {
    message:
      'A letter was lost here: in its place stands the sign U+FFFD of a text that was read in the wrong encoding.',
    hint: 'Type it anew, or import the list again with --encoding.',
  },
  'tracking-url': {
    message: 'The address follows those who open it, by {tracking}.',
    hint: 'Leave out what begins with these after the question mark; see that the page still opens.',
  },
  'short-url': {
    message: '{hostname} hides where the address leads, and sees who opens it.',
    hint: 'Put in the address of the page itself.',
  },
  'markup-in-text': {
    message: '{shown} stands in a text: it is no markup here, and is printed as it stands.',
    hint: 'Leave it out; templates say how a text looks.',
  },
  'misspelt-name': {
    message: '“{word}” in {name} ({language}) is spelt otherwise than “{meant}”.',
    hint: 'Mend the one that is wrong, or name the spelling under people as another one in use.',
  },
  'unknown-name': {
    message: '“{row}” in {name} is not among the people.',
    hint: 'Where it is a person, add the name under people, as each language writes it.',
  },
  'private-name/whole': {
    message: '{name} ({language}) names {person}, who is not to be named (publish: {publish}).',
    hint: 'Say it without the name; or write publish: yes for {person} once they, or those close to them, want it.',
  },
  'private-name/part': {
    message: '{name} ({language}) may name {person}, who is not to be named (publish: {publish}).',
    hint: 'Part of their name stands there: say it without, unless it is somebody else.',
  },
  'private-name/page': {
    message: '{id} is left off the page: {person} is not to be named in public. Letters on paper name them.',
    hint: 'If they agreed to it, set publish: yes beside their name.',
  },
  'private-name/id': {
    message:
      'The id {person} spells a name of which only initials are printed: lists of what was made hold ids.',
    hint: 'Call it person-1, or whatever tells nobody who it is.',
  },
  'left-out/commentary': {
    message: 'No document prints the commentary: {ids}.',
    hint: 'An opinion has no place in handbill’s letters and leaflets: a template of your own prints it by {{facts "commentary"}}. What is a fact has the role event or background.',
  },
  'left-out/unread': {
    message: 'Given, and printed by no document: {ids}.',
    hint: 'See whom they concern and who is asked (concerns, of), and which materials are made; or take them out.',
  },
  'wrong-number/of-fact': {
    message: '{number} in {name} ({language}) is none of its figures: {claims}.',
    hint: 'Mend it, or give the fact a figure with its source.',
  },
  'wrong-number/no-fact': {
    message: '{number} in {name} ({language}) is no figure of the fact.',
    hint: 'See that it is right; if it counts nothing, name it in asSaid of the fact. Who says so: handbill add figure',
  },
  'wrong-number/no-figure': {
    message: '{number} in {name} ({language}) is no figure of any fact.',
    hint: 'Mend it, or tell it as a fact, with its source.',
  },
  'weekday-mismatch/written': {
    message: '“{written}” in {name} ({language}): that day is a {right}.',
    hint: 'Look which of the two is right. Where that can’t be known, name the words in asSaid of the fact: then they stand as its source has them.',
  },
  'duplicate-id/language': {
    message: 'The language {tag} stands here twice.',
    hint: 'Remove one of them.',
  },
  'duplicate-id/id': {
    message: 'The id {id} stands in line {line} already.',
    hint: 'Give each its own id.',
  },
  'other-state': {
    message: 'Letters go to {state}, and the appeal speaks of {about}.',
    hint: 'Take it out of the targets, or say in the summary what that state has to do with it.',
  },
  'fact-in-template': {
    message: 'The template {name} holds {what}: facts belong into the data.',
    hint: 'Put it into the appeal, and name it here: {{date}}, {{fact "…"}}, {{figure "…"}}, {{target.organisation}}.',
  },
  'stale-translation': {
    message: 'The {language} of {name} is older than the {original} that it translates.',
    hint: 'Translate it anew: handbill translate export --lang {language}',
  },
  'deadline-near': {
    message: 'The appeal asks to act before {actBefore}: {left} days are left.',
    hint: 'A letter by post comes too late: send it as e-mail or fax.',
  },
  'deadline-near/today': {
    message: 'The appeal asks to act before {actBefore}: that is today.',
    hint: 'A letter by post comes too late: send it as e-mail or fax.',
  },
  'source-old': {
    message: 'The source {id} was last seen on {seen}, more than a year ago.',
    hint: 'Look whether it is still there and says the same, and set seen.',
  },
  'source-old/of': {
    message: 'The source {id} is of {seen}, more than a year ago.',
    hint: 'Look whether it is still there and says the same, and set seen.',
  },
  'unvoiced-figure/in-text': {
    message: '{name} ({language}) gives {number} without who says so.',
    hint: 'Leave it to the figure {quantity}, which is printed with its voices.',
  },
  'retyped-figure': {
    message: '{number} in {name} ({language}) is the figure {quantity}, typed once more.',
    hint: 'Write {code}: a correction changes it then, and who says so is printed with it.',
  },
  'unknown-reference': {
    message: 'There is no {what} {name}.',
  },
  'unknown-reference/near': {
    message: 'There is no {what} {name}.',
    hint: 'Did you mean {near}?',
  },
  'unknown-reference/known': {
    message: 'There is no {what} {name}.',
    hint: 'There are: {known}.',
  },
  'unknown-reference/loose': {
    message:
      '{code} in {name} ({language}) would be printed as it stands: figures stand in the texts of facts alone.',
    hint: 'Write it without the braces, or tell the number in a fact of its own: handbill add fact',
  },
  unread: {
    message: 'Taken from a text, and not confirmed by anybody: {what}',
    hint: 'Hold it against the text, mend it where it stands, then take this line out of unread.',
  },
} as const satisfies Wordings;
