const mostUnderWay = 3;

/**
 * Works on items while more of them come, up to three at a time, and hands over each result in the order of the items as
 * soon as it is there. What the source or the work throws, it throws.
 */
export async function inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  handOver: (result: Result) => void,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  for await (const item of items) {
    const [before, result] = [last, work(item)];
    last = Promise.all([before, result]).then(([, value]) => handOver(value));
    underWay.push(last);
    if (underWay.length >= mostUnderWay) await underWay.shift();
  }
  await last;
}
