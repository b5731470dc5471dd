import { listSentences, type Reading, type Span, wordsOf } from './passages.ts';
import { expression, type Vocabulary } from './vocabulary.ts';

/** Somebody who is named, and the sentence that tells what happened to them. */
export interface PersonFound extends Span {
  readonly name: string;
  readonly sentence: Span;
}

/**
 * Surnames of most people in China, in the order of the Hundred Family Surnames where they stand in it: a name begins with
 * one, as nothing else tells where it begins.
 */
export const SURNAMES =
  '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏姜谢邹苏潘范彭鲁马苗方任袁柳唐薛雷贺罗毕安常于傅余顾孟黄穆萧尹姚邵汪毛米戴宋庞熊纪舒项祝董梁杜阮蓝季贾江郭林徐邱骆高夏蔡田胡凌霍卢莫丁邓洪石崔龚程邢裴陆翁荀段侯刘叶白赖龙付岳肖谭廖文曾向易武康史阎侯葛万温覃展';

/** People in Chinese: names behind a word for what they are, in sentences that tell of harm. */
export function findHanNames(reading: Reading): PersonFound[] {
  const { text, plain, vocabulary } = reading;
  const harm = expression(vocabulary.any('harm'), 'u');
  const name = hanNames(vocabulary);
  const found: PersonFound[] = [];
  for (const passage of reading.passages)
    for (const sentence of listSentences(reading, passage)) {
      const words = plain.slice(sentence.from, sentence.to);
      if (!harm.test(words)) continue;
      for (const { 0: whole, 1: before = '', index } of words.matchAll(name)) {
        const span = {
          from: sentence.from + index + before.length,
          to: sentence.from + index + whole.length,
        };
        const told = wordsOf(text, span);
        if (told !== '' && !found.some((person) => person.name === told))
          found.push({ ...span, name: told, sentence });
      }
    }
  return found;
}

/** A surname and one or two characters, behind a role or another name, and before what can stand behind one. */
function hanNames(vocabulary: Vocabulary): RegExp {
  return expression(
    `((?:${vocabulary.any('roles')}|其中|[、和])(?:是|有)?)(?:[${SURNAMES}])\\p{Script=Han}{1,2}?(?=[、和与及，,。等]|[一二三四五六七八九十两]人|被|已|因|于|在|遭|仍|也)`,
    'gu',
  );
}
