import { describe, expect, test } from 'vitest';
import { tidyBlocks } from '../../src/merge/tidy.ts';
import { figures, heading, list, paragraph } from '../layout/documents.ts';

const told = (blocks: Parameters<typeof tidyBlocks>[0]) =>
  tidyBlocks(blocks).map((block) => ('content' in block ? block.content : block.kind));

describe('what has nothing to say is left out', () => {
  test('a heading over nothing, at the end of its part and before another', () => {
    const empty = heading('background', 2, 'How it came to this');
    const demands = [heading('demands', 2, 'We demand'), list('demands', ['Release them'])];
    const kept = [paragraph('body', 'They were arrested.'), ...demands, paragraph('source', 'Source')];
    expect(
      tidyBlocks([kept[0]!, empty, ...demands, heading('actions', 2, 'What you can do'), kept[3]!]),
    ).toEqual(kept);
  });

  test('headings over nothing but such headings', () => {
    expect(tidyBlocks([heading('body', 2, 'a'), heading('body', 3, 'b'), heading('body', 2, 'c')])).toEqual(
      [],
    );
  });

  test('not one over a heading of a lower level, a figure, or where it is all there is', () => {
    const blocks = [
      heading('headline', 1, 'Free them'),
      heading('body', 2, 'Why'),
      heading('body', 3, 'In numbers'),
      figures([['11', 'dead']]),
    ];
    expect(tidyBlocks(blocks)).toEqual(blocks);
  });

  test('a subhead that repeats the headline, but for a full stop', () => {
    const headline = heading('headline', 1, 'Free the strikers');
    expect(told([headline, paragraph('subhead', 'Free the strikers.')])).toHaveLength(1);
    expect(told([headline, paragraph('subhead', 'Twelve were arrested')])).toHaveLength(2);
  });

  test('an action in the words of the heading over the events, and its heading where it is the only one', () => {
    const does = heading('actions', 2, 'What you can do');
    const event = [heading('event', 2, 'Join the picket'), paragraph('event', 'At 6')];
    const first = list('actions', ['Write to them', 'Join the picket!']);
    expect(tidyBlocks([does, first, ...event])).toEqual([does, list('actions', ['Write to them']), ...event]);
    expect(tidyBlocks([does, list('actions', ['Join the picket']), ...event])).toEqual(event);
    expect(tidyBlocks([does, first])).toEqual([does, first]);
  });
});
