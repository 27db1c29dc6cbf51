// The same for making the index and for loading it.
const processTerm = (term) => term.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');

export const options = { fields: ['title', 'text'], storeFields: ['title', 'date'], processTerm };
