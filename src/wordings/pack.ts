import type { Wordings } from './wording.ts';

/** What findings of packing and opening say. */
export const PACK_WORDINGS = {
  'pack-broken/none': {
    message: 'This is no pack: it holds no handbill-pack.json.',
    hint: 'Name the file of a pack, such as my-appeal.zip.',
  },
  'pack-broken/name': {
    message: 'The pack holds {name}, which is none of an appeal’s files: nothing of it is taken.',
    hint: 'No pack is made like that. Ask who sent it for the pack as it was made.',
  },
  'pack-broken/altered': {
    message: 'The pack isn’t as it was made: somebody or something changed it on the way.',
    hint: 'Have it sent again, or fetch it again from where it comes.',
  },
  'pack-broken/signature': {
    message: 'The signature doesn’t hold for what the pack says: somebody changed it after it was signed.',
    hint: 'Don’t use it. Ask who signed it for the pack as it was made.',
  },
  'pack-signature/none': {
    message: 'Nobody signed this pack; expected a signature with the key {key}.',
    hint: 'Ask who sent it for the signed one. If you know that it is right: --force',
  },
  'pack-signature/other': {
    message: 'The pack is signed with another key, {found}; expected {key}.',
    hint: 'Ask the issuer, by another way than this one, which key is theirs. If it is the new one: --key {found}',
  },
  'pack-signature/wanted': {
    message: 'The pack is signed with another key, {found}; expected {key}.',
    hint: 'Ask the issuer, by another way than this one, which key is theirs.',
  },
  'pack-signature/new': {
    message: 'The pack is signed with the key {found}, which isn’t known here yet.',
    hint: 'Compare it with the one that the issuer publishes. From now on packs of this appeal need the same.',
  },
  'pack-signature/nobody': {
    message: 'Nobody signed this pack: who made it, and whether it was changed since, can’t be told.',
    hint: 'Ask who sent it whether it is theirs; --key signs a pack.',
  },
  'pack-signature/older': {
    message: 'The pack was signed on {found}, before the one that was opened last, of {last}.',
    hint: 'It would bring back what was corrected since. To take it all the same: --force',
  },
  'pack-conflict/value': {
    message: '{what} was changed here and in the pack: here it is {mine}, in the pack {theirs}.',
    hint: 'Make both the same, or say whose stands: --prefer mine, --prefer theirs',
  },
  'pack-conflict/file': {
    message: 'The file was changed here and in the pack.',
    hint: 'Say whose stands: --prefer mine, --prefer theirs',
  },
  'pack-conflict/form': {
    message: 'The pack holds {theirs}, and here lies {mine}: they can’t be joined.',
    hint: 'Open the pack into a folder of its own: handbill open {pack} another-folder',
  },
  'pack-conflict/appeal': {
    message: 'The pack is of the appeal {theirs}, and here lies {mine}.',
    hint: 'Open the pack into a folder of its own: handbill open {pack} another-folder',
  },
  'pack-names/file': {
    message: '{name} can’t go into a pack under this name.',
    hint: 'Rename it, in the appeal too: letters, digits, spaces, - and _ only.',
  },
  'pack-names/people': {
    message: 'The pack holds names of people whom nobody decided to name in public: {ids}.',
    hint: 'Give it only to those who may know them.',
  },
  'pack-key': {
    message: 'Expected the file of a key, of handbill or of minisign.',
    hint: 'To make one: handbill key union.key',
  },
  'pack-key/password': {
    message: 'The password of the key is another.',
  },
  'pack-key/readable': {
    message: 'Others on this machine can read the secret key, and sign as you.',
    hint: 'chmod 600 {file}',
  },
} as const satisfies Wordings;
