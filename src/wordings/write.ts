import type { Wordings } from './wording.ts';

const ELSEWHERE = 'Choose another folder, or give yourself the right to write there.';
const IN_THE_WAY = 'Move away what stands there, or choose another folder.';

/** What findings of writing say. */
export const WRITE_WORDINGS = {
  'write-failed/no-right': {
    message: '{path} can’t be written: you have no right to write there.',
    hint: ELSEWHERE,
  },
  'write-failed/read-only': { message: '{path} can’t be written: this disk is read-only.', hint: ELSEWHERE },
  'write-failed/disk-full': {
    message: '{path} can’t be written: the disk is full.',
    hint: 'Make room on it, or choose a folder on another disk.',
  },
  'write-failed/quota': {
    message: '{path} can’t be written: the quota of disk space is used up.',
    hint: 'Make room, or choose a folder on another disk.',
  },
  'write-failed/file-size': {
    message: '{path} can’t be written: this disk takes no files as large.',
    hint: 'Choose a folder on another disk.',
  },
  'write-failed/file-there': {
    message: '{path} can’t be written: a file stands where a folder is needed.',
    hint: IN_THE_WAY,
  },
  'write-failed/folder-there': {
    message: '{path} can’t be written: a folder stands where the file should be.',
    hint: IN_THE_WAY,
  },
  'write-failed/link-circle': {
    message: '{path} can’t be written: links lead in a circle there.',
    hint: IN_THE_WAY,
  },
  'write-failed/folder-gone': {
    message: '{path} can’t be written: its folder was removed meanwhile.',
    hint: 'Run the same command again.',
  },
  'write-failed/busy': {
    message: '{path} can’t be written: another program has it open.',
    hint: 'Close that program. Run the same command again.',
  },
  'write-failed/many-open': {
    message: '{path} can’t be written: too many files are open.',
    hint: 'Raise the limit, such as by `ulimit -n 1024`.',
  },
  'write-failed/many-open-all': {
    message: '{path} can’t be written: too many files are open on this machine.',
    hint: 'Close some programs.',
  },
  'write-failed/no-memory': {
    message: '{path} can’t be written: there is no memory left.',
    hint: 'Close some programs.',
  },
  'write-failed/disk-fails': {
    message: '{path} can’t be written: the disk fails.',
    hint: 'Choose a folder on another disk, and look after this one.',
  },
  'write-failed/long-name': {
    message: '{path} can’t be written: its name is too long for this disk.',
    hint: 'Choose a folder with a shorter name.',
  },
  'write-failed/drive': {
    message: '{path} can’t be written: the network drive doesn’t answer.',
    hint: 'See that it is there. Run the same command again.',
  },
  'write-failed/other-disk': {
    message: '{path} can’t be written: a part of the folder lies on another disk.',
    hint: 'Choose a folder that lies on one disk.',
  },
  'write-failed/other': { message: '{path} can’t be written: the system says {code}.', hint: ELSEWHERE },
  'write-failed/no-file': {
    message: '{path} can’t be written: what stands there is no file.',
    hint: IN_THE_WAY,
  },
  'write-failed/outside': {
    message: '{path} can’t be written: it would lie outside the output folder.',
    hint: IN_THE_WAY,
  },
  'write-failed/link-out': {
    message: '{path} can’t be written: a link leads out of the output folder.',
    hint: IN_THE_WAY,
  },
  'write-failed/own-link-out': {
    message: '{path} can’t be written: it is a link that leads out of its folder.',
    hint: IN_THE_WAY,
  },
  'write-failed/dead-link': {
    message: '{path} can’t be written: the link {name} leads to nothing.',
    hint: 'Remove the link, or make what it leads to.',
  },
  'write-failed/system-folder': {
    message: '{path} can’t be written: the system’s own folders are no place for files.',
    hint: 'Choose another folder.',
  },
  'manifest-parts/none': {
    message: 'No manifest of a part lies there.',
    hint: 'Run each part with --shard i/n first.',
  },
  'manifest-parts/cut': {
    message: 'The parts were not cut alike.',
    hint: 'Run all of them with the same number of parts.',
  },
  'manifest-parts/missing': { message: 'Missing: part {parts} of {count}.', hint: 'Run these parts too.' },
  'manifest-parts/other': {
    message: '{name} is damaged, or of another appeal or version of handbill.',
    hint: 'Run this part again.',
  },
  'manifest-parts/file': {
    message: '{path} isn’t there as {name} tells.',
    hint: 'Copy the files of all parts into one folder.',
  },
} as const satisfies Wordings;
