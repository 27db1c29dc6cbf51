// The same for making the index and for loading it.
export function optionsOf({ Encoder, Charset }, german) {
  const encoder = new Encoder(Charset.LatinBalance, german);
  const field = (name) => ({ field: name, tokenize: 'forward', encoder });
  return { document: { id: 'id', store: ['title', 'date'], index: [field('title'), field('text')] } };
}
