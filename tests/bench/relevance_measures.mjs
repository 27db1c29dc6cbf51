// What an answer is worth, from the ids of its hits in order.

const share = (part, whole) => (whole === 0 ? 0 : part / whole);
const gain = (rank) => 1 / Math.log2(rank + 2);

function measuresOf({ rightIds }, hits) {
  const isRight = hits.map((id) => rightIds.has(id));
  const rightUpTo = (count) => isRight.slice(0, count).filter(Boolean).length;
  const top = Math.min(10, hits.length);
  const best = Array.from({ length: Math.min(10, rightIds.size) }, (_, rank) => gain(rank)).reduce((sum, value) => sum + value, 0);
  const found = isRight.slice(0, 10).reduce((sum, right, rank) => sum + (right ? gain(rank) : 0), 0);
  return {
    // Of the places that right documents could have taken.
    recall3: share(rightUpTo(3), Math.min(3, rightIds.size)),
    // Of what is shown on the first page.
    precision10: share(rightUpTo(10), top),
    ndcg10: share(found, best),
  };
}

const mean = (values) => share(values.reduce((sum, value) => sum + value, 0), values.length);

// Returns each query's result; a miss is what a reader would notice: a right document that is not among the first three
// though it could be, or a wrong one that is.
export function judgeAnswers(queries, answers) {
  return queries.map((query, index) => {
    const { ids, isMarked = false, error } = answers[index];
    if (query.class === 'trap') {
      const wrong = ids.slice(0, 3).filter((id) => query.isWrong(id, isMarked));
      return { query, ids, isMarked, error, isMiss: wrong.length > 0, wrong };
    }
    const measures = measuresOf(query, ids);
    return { query, ids, isMarked, error, isMiss: measures.recall3 < 1, ...measures };
  });
}

export function summarize(results) {
  const classes = new Map();
  for (const result of results) {
    const name = result.query.class;
    if (!classes.has(name)) classes.set(name, []);
    classes.get(name).push(result);
  }
  const rows = {};
  for (const [name, own] of classes) {
    rows[name] = name === 'trap'
      ? { queries: own.length, clean: mean(own.map(({ isMiss }) => (isMiss ? 0 : 1))) }
      : { queries: own.length, ...Object.fromEntries(['recall3', 'precision10', 'ndcg10'].map((key) => [key, mean(own.map((result) => result[key]))])) };
  }
  const asked = results.filter(({ query }) => query.class !== 'trap');
  rows.all = { queries: asked.length, ...Object.fromEntries(['recall3', 'precision10', 'ndcg10'].map((key) => [key, mean(asked.map((result) => result[key]))])) };
  return rows;
}
