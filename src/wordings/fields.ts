import type { Wordings } from './wording.ts';

/** What findings say of any field whose value isn’t as its schema has it. */
export const FIELD_WORDINGS = {
  'unknown-key/key': {
    message: '{key} is not known here.',
  },
  'unknown-key/key-near': {
    message: '{key} is not known here.',
    hint: 'Did you mean {near}?',
  },
  'unknown-key/key-known': {
    message: '{key} is not known here.',
    hint: 'Known are: {known}.',
  },
  'unknown-key/secret': {
    message: 'This key is not known here.',
  },
  'unknown-key/secret-near': {
    message: 'This key is not known here.',
    hint: 'Did you mean {near}?',
  },
  'unknown-key/secret-known': {
    message: 'This key is not known here.',
    hint: 'Known are: {known}.',
  },
  'bad-value/key': {
    message: '{key}: {what}.',
  },
  'bad-value/key-comma': {
    message: '{key}: {what}.',
    hint: 'A comma within {…} ends the text before it: put the text between quotes, {es: "…, …"}.',
  },
  'bad-value/secret-key': {
    message: 'This key: {what}.',
  },
  'bad-value/choice': {
    message: '{field}: expected one of {wanted}; found {found}.',
  },
  'bad-value/choice-near': {
    message: '{field}: expected one of {wanted}; found {found}.',
    hint: 'Did you mean {near}?',
  },
  'bad-value/secret-choice': {
    message: '{field}: expected one of {wanted}.',
  },
  'bad-value/secret-choice-near': {
    message: '{field}: expected one of {wanted}.',
    hint: 'Did you mean {near}?',
  },
  'wrong-type/found': {
    message: '{field}: expected {wanted}, found {found}.',
  },
  'wrong-type/secret': {
    message: '{field}: expected {wanted}.',
  },
  'missing-value': {
    message: '{field} is missing.',
    hint: 'Add {key}.',
  },
  'bad-value/secret': {
    message: '{field}: {what}.',
  },
  'bad-value/found': {
    message: '{field}: {what}; found {found}.',
  },
  'bad-value/hint': {
    message: '{field}: {what}; found {found}.',
    hint: '{hint}',
  },
} as const satisfies Wordings;
