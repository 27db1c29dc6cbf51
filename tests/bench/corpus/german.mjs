// Which paragraphs are German sentences: documentation has English remains, commands and lists of names beside them.

const german = new Set(`der die das und in zu den mit von für auf ist im nicht eine ein des als auch sie werden oder aus dem wird einer sich kann bei
  nach an wenn wie nur sind durch über einen dass zum zur können diese dieser es um so noch werden einem ihre ihrer wurde hat haben am vom bis mehr
  unter beim er man kein keine alle soll muss müssen aber vor sein dann falls`.split(/\s+/));
const english = new Set(`the of to and is in that for with on this be are or by it you from not will which can if an as at your should when use used has
  have may must was were their there any all file`.split(/\s+/));

const wordPattern = /\p{L}+/gu;

export function countLanguage(text) {
  let words = 0;
  let germanWords = 0;
  let englishWords = 0;
  for (const [word] of text.matchAll(wordPattern)) {
    const lower = word.toLowerCase();
    words++;
    // "in" and "an" are words of both.
    if (german.has(lower)) germanWords++;
    if (english.has(lower) && !german.has(lower)) englishWords++;
  }
  return { words, germanWords, englishWords };
}

export function isGermanParagraph(text) {
  const { words, germanWords, englishWords } = countLanguage(text);
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  if (letters < 0.6 * text.replace(/\s/g, '').length) return false;
  // Of a few words nothing is known but that they are not English.
  if (words < 8) return words >= 2 && englishWords === 0;
  return germanWords >= 0.1 * words && englishWords <= 0.25 * germanWords;
}

export function isGermanDocument(text) {
  const { words, germanWords, englishWords } = countLanguage(text);
  return words >= 60 && germanWords >= 0.2 * words && englishWords <= 0.12 * germanWords;
}
